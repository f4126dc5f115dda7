using System.Globalization;
using System.Text;
using System.Xml;

namespace Claque.Reports.Exports;

/// <summary>Makes any text fit for XML 1.0, which cannot hold some characters even as references.</summary>
internal static class XmlText
{
    /// <summary>The text with what XML cannot hold as <c>\u0000</c>, so that different texts stay different.</summary>
    public static string Of(string text)
    {
        if (IsFit(text)) return text;
        var fit = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) fit.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i])) fit.Append(text[i]);
            else fit.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:X4}");
        }

        return fit.ToString();
    }

    public static XmlWriterSettings Settings => new()
    {
        Encoding = new UTF8Encoding(false),
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
        CloseOutput = false,
    };

    private static bool IsFit(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }
}
