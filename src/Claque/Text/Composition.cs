namespace Claque.Text;

/// <summary>Canonical composition of folded code points: a letter and its accents become one code point where one exists.</summary>
internal static class Composition
{
    private static readonly UnicodeFolds Folds = CharTable.Folds;

    /// <summary>Composes entries of <see cref="CharTable"/> in place and gives the new number; the classes are set anew.</summary>
    /// <remarks>Unicode Standard Annex 15: decompose, order marks by class, compose.</remarks>
    public static int Compose(ref int[] entries, int count)
    {
        var parts = new List<int>(count + 16);
        for (var i = 0; i < count; i++) Decompose(entries[i] & CharTable.CodeMask, parts);
        Order(parts);
        Join(parts);
        if (parts.Count > entries.Length) Array.Resize(ref entries, parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            var entry = CharTable.Entry(parts[i]);
            entries[i] = (entry & (CharTable.Several | CharTable.Dropped)) == 0 ? entry : parts[i];
        }

        return parts.Count;
    }

    private static void Decompose(int code, List<int> to)
    {
        if (code < 0x80 || !Folds.TryParts(code, out var parts))
        {
            to.Add(code);
            return;
        }

        Decompose(parts.First, to);
        to.Add(parts.Second);
    }

    private static void Order(List<int> codes)
    {
        for (var i = 1; i < codes.Count; i++)
        {
            var order = codes[i] < 0x300 ? 0 : Folds.Order(codes[i]);
            if (order == 0) continue;
            var code = codes[i];
            var at = i;
            while (at > 0 && Folds.Order(codes[at - 1]) > order)
            {
                codes[at] = codes[at - 1];
                at--;
            }

            codes[at] = code;
        }
    }

    private static void Join(List<int> codes)
    {
        int starter = -1, lastOrder = -1, kept = 0;
        for (var i = 0; i < codes.Count; i++)
        {
            var code = codes[i];
            var order = code < 0x300 ? 0 : Folds.Order(code);
            if (starter >= 0 && lastOrder < order && Folds.TryCompose(codes[starter], code, out var composed))
            {
                codes[starter] = composed;
                continue;
            }

            if (order == 0)
            {
                starter = kept;
                lastOrder = -1;
            }
            else
            {
                lastOrder = order;
            }

            codes[kept++] = code;
        }

        codes.RemoveRange(kept, codes.Count - kept);
    }
}
