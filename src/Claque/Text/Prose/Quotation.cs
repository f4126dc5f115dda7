namespace Claque.Text.Prose;

/// <summary>A run of text between quotation marks.</summary>
/// <param name="Span">From the opening mark to behind the closing one; to the end of the paragraph when it goes on in the next.</param>
/// <param name="Inner">The same without the marks.</param>
/// <param name="Depth">0 for a quotation, 1 for one inside another.</param>
/// <param name="Continues">True when it continues a quotation of the paragraph before, which was not closed.</param>
/// <param name="IsClosed">False when no closing mark was found in the paragraph.</param>
public readonly record struct Quotation(TextSpan Span, TextSpan Inner, int Depth, bool Continues, bool IsClosed);
