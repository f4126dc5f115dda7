namespace Claque.Articles.Files;

/// <summary>A plain text saved from a page: one article.</summary>
internal static class TextFile
{
    public static ArticleReading Read(ArticleBytes file, ArticleOptions options)
    {
        var (bytes, cut) = file.All(options.PageBytes);
        if (bytes.AsSpan(0, Math.Min(bytes.Length, 4096)).Contains((byte)0) && bytes is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]))
            throw new Claque.Reading.InputException($"{file.Name} is not a text: there are zero bytes in it. Save the page as HTML or as text.");
        var article = new Article
        {
            Id = file.Name,
            Text = PageEncoding.Decode(bytes),
            File = Path.GetFileName(file.Name),
            Notes = cut ? [$"The file is longer than {options.PageBytes >> 20} MB; the rest was not read."] : [],
        };
        return new ArticleReading("text", [RecordFields.WithLines(article, options.Phrases)], []);
    }
}
