using System.Text;
using Claque.Reading;

namespace Claque.Tests.Reading;

public class RobustnessTests
{
    private const string Table = "account,time,text\nann,2024-01-31T12:00:00Z,Zoë – “café”\nbob,2024-01-31T12:00:01Z,naïve\n";

    public static readonly TheoryData<string, byte[]> Encodings = new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Table) },
        { "UTF-8 with BOM", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Table)] },
        { "UTF-16 LE", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Table)] },
        { "UTF-16 BE", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Table)] },
        { "UTF-16 LE", Encoding.Unicode.GetBytes(Table) },
        { "UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(Table) },
        { "Windows-1252", Windows(Table) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_usual_encoding_gives_the_same_text(string encoding, byte[] bytes)
    {
        var read = Reading.Of(bytes);
        read.Encoding.ShouldBe(encoding);
        read.Posts.Select(post => post.Text).ShouldBe(["Zoë – “café”", "naïve"]);
        Reading.Of(Reading.Gzip(bytes)).Posts.Select(post => post.Text).ShouldBe(["Zoë – “café”", "naïve"]);
    }

    [Fact]
    public void A_later_row_in_Windows_1252_is_read_and_counted()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Table), .. Windows("cid,2024-01-31T12:00:02Z,déjà vu\n"), .. Encoding.UTF8.GetBytes("dan,2024-01-31T12:00:03Z,señor\n")];
        var read = Reading.Of(bytes);
        read.Encoding.ShouldBe("UTF-8");
        read.Posts.Select(post => post.Text).ShouldBe(["Zoë – “café”", "naïve", "déjà vu", "señor"]);
        read.Notes.ShouldContain("1 row was not UTF-8 and read as Windows-1252.");
    }

    [Fact]
    public void Gzip_is_told_by_its_first_bytes_not_by_its_name()
    {
        var read = Reading.Of(Reading.Gzip(Encoding.UTF8.GetBytes(Table)), name: "posts.csv");
        read.Compressed.ShouldBeTrue();
        read.Broken.ShouldBeNull();
        read.Posts.Length.ShouldBe(2);
    }

    [Fact]
    public void Gzip_of_several_members_is_one_file()
    {
        byte[] bytes = [.. Reading.Gzip(Encoding.UTF8.GetBytes(Table)), .. Reading.Gzip("cid,2024-01-31T12:00:02Z,x\n"u8.ToArray())];
        var read = Reading.Of(bytes);
        (read.Posts.Length, read.Broken).ShouldBe((3, null));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void Of_a_gzip_file_that_was_cut_off_all_whole_rows_are_kept_and_the_cut_is_told(double share)
    {
        var text = new StringBuilder("account,time,text\n");
        for (var i = 0; i < 20_000; i++) text.Append($"acc{i * 7919 % 10007},2024-01-31T{i / 3600 % 24:00}:{i / 60 % 60:00}:{i % 60:00}Z,words {i * 104729L % 1000003}\n");
        var packed = Reading.Gzip(Encoding.UTF8.GetBytes(text.ToString()));
        var read = Reading.Of(packed[..(int)(packed.Length * share)], name: "posts.csv.gz");
        read.Posts.Length.ShouldBeInRange((int)(20_000 * (share - 0.06)), 20_000);
        read.Rejects.ShouldBeEmpty();
        read.Posts[^1].Text.ShouldBe($"words {(read.Posts.Length - 1) * 104729L % 1000003}");
        read.Broken.ShouldBe($"posts.csv.gz: the gzip data end too early: the file was cut off. {read.Posts.Length:N0} posts were read before that; the row at the break was left out. Copy or download the file again.");
    }

    [Fact]
    public void A_gzip_file_that_lost_only_its_last_bytes_still_gives_every_row()
    {
        var packed = Reading.Gzip(Encoding.UTF8.GetBytes(Table));
        foreach (var lost in (int[])[1, 4, 7, 8])
        {
            var read = Reading.Of(packed[..^lost]);
            read.Posts.Length.ShouldBe(2, $"{lost} bytes lost");
            read.Broken.ShouldNotBeNull().ShouldContain("cut off");
        }
    }

    [Fact]
    public void Damaged_gzip_data_are_told()
    {
        var packed = Reading.Gzip(Encoding.UTF8.GetBytes(Table + string.Concat(Enumerable.Range(0, 5000).Select(i => $"ann,2024-01-31T12:00:00Z,{i * 7919L % 100003}\n"))));
        packed[^6] ^= 1;
        var read = Reading.Of(packed);
        read.Posts.Length.ShouldBeGreaterThan(4000);
        read.Broken.ShouldNotBeNull().ShouldContain("the gzip data are damaged");
    }

    public static readonly TheoryData<byte[], string> NoTables = new()
    {
        { [], "posts.csv is empty: 0 bytes." },
        { "\n \n"u8.ToArray(), "posts.csv holds no text: there are only blanks in it." },
        { [1, 2, 3, 0, 0, 7, 200], "posts.csv is not a text file: byte 0x01 at offset 0. Posts are read from CSV, TSV, JSON or JSON Lines, also packed with gzip or ZIP, and from Excel workbooks (.xlsx)." },
        { "PK\u0003\u0004rest"u8.ToArray(), "posts.csv begins like a ZIP archive, but its list of files is missing: it was cut off or damaged. Get it again." },
        { "SQLite format 3\0"u8.ToArray(), "posts.csv is a SQLite database, perhaps a case of Claque. Give it where a case is expected, or export a table as CSV." },
        { [0x28, 0xB5, 0x2F, 0xFD, 0, 1], "posts.csv is packed with Zstandard. Unpack it first: zstd -d FILE." },
        { " <!DOCTYPE html><p>hi"u8.ToArray(), "posts.csv is a web page or feed, not a table or JSON of posts. Articles are read by 'claque extract'." },
        { "just a line of words"u8.ToArray(), "posts.csv: no column was recognised that says when it was posted, and none that says who posted. Columns: just a line of words. Name them: --map time=COLUMN,account=COLUMN." },
    };

    [Theory]
    [MemberData(nameof(NoTables))]
    public void What_is_no_table_is_refused_in_one_sentence(byte[] bytes, string message) =>
        Reading.Refused(() => Reading.Of(bytes)).ShouldBe(message);

    [Fact]
    public void Gzip_of_nothing_is_refused() =>
        Reading.Refused(() => Reading.Of([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0])).ShouldBe("posts.csv: nothing is packed in it; not one row could be read.");

    [Fact]
    public void A_header_alone_gives_no_posts_and_no_fault()
    {
        var read = Reading.Of("account,time,text\n");
        (read.Posts.Length, read.Rejects.Length, read.Broken).ShouldBe((0, 0, null));
        using var stream = new MemoryStream("account,time,text\n"u8.ToArray());
        PostFiles.Inspect(stream, "posts.csv", new ReadOptions()).Problems.ShouldContain("There is a header but not one row.");
    }

    [Fact]
    public void A_line_without_an_end_takes_no_more_memory_than_the_limit()
    {
        using var stream = new EndlessLine(400L << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var file = PostFiles.Open(stream, "posts.csv", new ReadOptions());
        var read = Reading.Drain(file);
        read.Rejects.ShouldHaveSingleItem().Kind.ShouldBe("row too long");
        read.Posts.Length.ShouldBe(1);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(120L << 20);
    }

    [Fact]
    public void A_missing_file_a_folder_and_a_wrong_format_are_told_apart()
    {
        Reading.Refused(() => PostFiles.Open("/no/such/posts.csv", new ReadOptions())).ShouldBe("/no/such/posts.csv does not exist.");
        Reading.Refused(() => PostFiles.Open(Path.GetTempPath(), new ReadOptions())).ShouldEndWith("is a folder. Name the files in it.");
        Reading.Refused(Table, new ReadOptions { Format = "coortwet" }).ShouldStartWith("There is no format 'coortwet'. Did you mean 'coortweet'? Formats: simulation,");
        Reading.Refused(Table, new ReadOptions { Format = "telegram" }).ShouldBe("posts.csv is not JSON, which the format 'telegram' is. Columns found: account, time, text.");
        Reading.Refused(Table, new ReadOptions { Format = "coortweet" }).ShouldContain("says when it was posted");
        Reading.Refused(() => _ = new ReadOptions { Delimiter = "::" }).ShouldStartWith("The delimiter \"::\" is not one character.");
    }

    [Fact]
    public void Progress_ends_at_the_length_of_the_file()
    {
        var packed = Reading.Gzip(Encoding.UTF8.GetBytes(Table));
        using var stream = new MemoryStream(packed);
        using var file = PostFiles.Open(stream, "posts.csv.gz", new ReadOptions());
        while (file.Reader.Read(new PostRecord()) != ReadStep.End)
        {
        }

        file.Length.ShouldBe(packed.Length);
        file.Reader.BytesRead.ShouldBe(packed.Length);
        stream.CanRead.ShouldBeTrue();
    }

    [Fact]
    public void A_stream_is_read_from_where_it_stands()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("noise" + Table)) { Position = 5 };
        using var file = PostFiles.Open(stream, "-", new ReadOptions());
        Reading.Drain(file).Posts.Length.ShouldBe(2);
    }

    private static byte[] Windows(string text)
    {
        const string high = "€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ";
        return [.. text.Select(c => c < 0x80 || c is >= '\u00A0' and <= '\u00FF' ? (byte)c : (byte)(0x80 + high.IndexOf(c, StringComparison.Ordinal)))];
    }

    /// <summary>A header, one post, then one line of so many bytes.</summary>
    private sealed class EndlessLine(long length) : Stream
    {
        private static readonly byte[] Head = "account,time\nann,2024-01-31\n"u8.ToArray();

        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => false;
        public override long Length => Head.Length + length;
        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            count = (int)Math.Min(count, Length - Position);
            buffer.AsSpan(offset, count).Fill((byte)'x');
            if (Position < Head.Length) Head.AsSpan((int)Position, Math.Min(count, Head.Length - (int)Position)).CopyTo(buffer.AsSpan(offset));
            Position += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = offset;
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
