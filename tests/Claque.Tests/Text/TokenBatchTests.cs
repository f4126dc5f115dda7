using System.Text;
using Claque.Statistics;
using Claque.Text;

namespace Claque.Tests.Text;

public sealed class TokenBatchTests
{
    [Fact]
    public void Batches_taken_in_order_number_words_as_one_text_after_the_other_does()
    {
        var random = new Pcg32(1);
        var (plain, batched) = (new TokenSets(), new TokenSets());
        TokenBatch[] batches = [new(), new()];
        // Long enough for a batch to forget the words it met.
        for (var turn = 0; turn < 250; turn++)
        {
            var texts = Enumerable.Range(0, 40).Select(_ => string.Join(' ', Enumerable.Range(0, 20).Select(_ => "w" + random.Next(200_000)))).Append("now now 投票に行こう").ToList();
            var batch = batches[random.Next(2)];
            batch.Clear();
            foreach (var text in texts)
            {
                plain.Add(Encoding.UTF8.GetBytes(text));
                batch.Add(Encoding.UTF8.GetBytes(text));
            }

            batch.Number(batched.Vocabulary);
            for (var text = 0; text < batch.Count; text++) batched.Add(batch[text]);
        }

        batched.Vocabulary.Count.ShouldBe(plain.Vocabulary.Count);
        batched.Count.ShouldBe(plain.Count);
        for (var text = 0; text < plain.Count; text++) Names(batched, text).ShouldBe(Names(plain, text));
        for (var token = 0; token < plain.Vocabulary.Count; token++) batched.Vocabulary.Bytes(token).SequenceEqual(plain.Vocabulary.Bytes(token)).ShouldBeTrue();
    }

    private static IEnumerable<int> Names(TokenSets sets, int text) => sets[text].ToArray().Order();
}
