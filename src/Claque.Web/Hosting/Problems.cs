using Claque.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Claque.Web;

/// <summary>A request that cannot be answered, with its status and the sentence for the user.</summary>
internal sealed class Refused(int status, string sentence) : Exception(sentence)
{
    public int Status => status;

    public static Refused NotFound(string sentence) => new(StatusCodes.Status404NotFound, sentence);

    public static Refused NotNow(string sentence) => new(StatusCodes.Status409Conflict, sentence);
}

/// <summary>Errors as RFC 9457 problems, with the same sentences as on the command line.</summary>
internal static class Problems
{
    public static async Task Catch(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The browser went away.
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            var (status, sentence) = e switch
            {
                Refused refused => (refused.Status, refused.Message),
                InputException input => (StatusCodes.Status422UnprocessableEntity, input.Message),
                BadHttpRequestException bad => (bad.StatusCode, bad.Message),
                IOException or UnauthorizedAccessException => (StatusCodes.Status422UnprocessableEntity, e.Message),
                _ => (StatusCodes.Status500InternalServerError, $"This is a bug in Claque, not a mistake of yours. Please report it with these lines: {e}"),
            };
            await Write(http, status, sentence);
        }
    }

    public static Task Write(HttpContext http, int status, string sentence)
    {
        http.Response.StatusCode = status;
        var problem = new Problem("about:blank", ReasonPhrases.GetReasonPhrase(status), status, sentence);
        return http.Response.WriteAsJsonAsync(problem, ContractJson.Default.Problem, "application/problem+json", http.RequestAborted);
    }
}
