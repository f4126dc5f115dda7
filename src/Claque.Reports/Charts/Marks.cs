using System.Globalization;
using System.Text;

namespace Claque.Reports.Charts;

/// <summary>
/// The ten shapes of the timeline as SVG path data, around a point. Each goes with one colour, so that objects can be told
/// apart without seeing colours.
/// </summary>
internal static class Marks
{
    /// <summary>Number of shapes.</summary>
    public const int Count = 10;

    /// <summary>True for shapes that are drawn as lines instead of being filled.</summary>
    public static bool IsOpen(int shape) => shape >= 5;

    /// <summary>Appends the path of a shape.</summary>
    public static void Append(StringBuilder path, int shape, double x, double y, double r)
    {
        switch (shape)
        {
            case 0 or 5: Circle(path, x, y, r); break;
            case 1 or 7: Polygon(path, x, y, (-r, -r), (r, -r), (r, r), (-r, r)); break;
            case 2 or 8: Polygon(path, x, y, (0, -1.25 * r), (1.25 * r, 0), (0, 1.25 * r), (-1.25 * r, 0)); break;
            case 3: Polygon(path, x, y, (0, -1.15 * r), (1.15 * r, r), (-1.15 * r, r)); break;
            case 4: Polygon(path, x, y, (0, 1.15 * r), (1.15 * r, -r), (-1.15 * r, -r)); break;
            case 6:
                Line(path, x - r, y - r, x + r, y + r);
                Line(path, x - r, y + r, x + r, y - r);
                break;
            default:
                Line(path, x - (1.2 * r), y, x + (1.2 * r), y);
                Line(path, x, y - (1.2 * r), x, y + (1.2 * r));
                break;
        }
    }

    /// <summary>Appends the small upright stroke of objects without a shape of their own.</summary>
    public static void AppendStroke(StringBuilder path, double x, double y, double r) => Line(path, x, y - r, x, y + r);

    private static void Circle(StringBuilder path, double x, double y, double r) =>
        path.Append(CultureInfo.InvariantCulture, $"M{x - r:0.#} {y:0.#}a{r:0.#} {r:0.#} 0 1 0 {2 * r:0.#} 0a{r:0.#} {r:0.#} 0 1 0 {-2 * r:0.#} 0z");

    private static void Polygon(StringBuilder path, double x, double y, params ReadOnlySpan<(double X, double Y)> corners)
    {
        for (var i = 0; i < corners.Length; i++)
            path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{x + corners[i].X:0.#} {y + corners[i].Y:0.#}");
        path.Append('z');
    }

    private static void Line(StringBuilder path, double x1, double y1, double x2, double y2) =>
        path.Append(CultureInfo.InvariantCulture, $"M{x1:0.#} {y1:0.#}L{x2:0.#} {y2:0.#}");
}
