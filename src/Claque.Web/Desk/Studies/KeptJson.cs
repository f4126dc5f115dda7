using System.Text.Json.Serialization;

namespace Claque.Web;

/// <summary>How studies are kept in the case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(KeptLineage))]
[JsonSerializable(typeof(KeptPair))]
[JsonSerializable(typeof(KeptSubjects))]
[JsonSerializable(typeof(KeptPersonas))]
[JsonSerializable(typeof(KeptByline))]
[JsonSerializable(typeof(KeptEvidence))]
[JsonSerializable(typeof(KeptTexts))]
[JsonSerializable(typeof(KeptAccounts))]
[JsonSerializable(typeof(KeptChanges))]
[JsonSerializable(typeof(KeptParagraphs))]
internal sealed partial class KeptJson : JsonSerializerContext;
