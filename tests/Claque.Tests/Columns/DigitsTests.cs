using System.Globalization;
using System.Text;
using Claque.Columns;

namespace Claque.Tests.Columns;

public sealed class DigitsTests
{
    [Fact]
    public void Digits_are_the_number_they_write_at_any_length()
    {
        const string digits = "9081726354019283746";
        for (var length = 1; length <= Digits.Most; length++)
        {
            Digits.TryRead(Encoding.UTF8.GetBytes(digits[..length]), out var number).ShouldBeTrue();
            number.ShouldBe(ulong.Parse(digits[..length], CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Another_sign_at_any_place_makes_it_no_number()
    {
        for (var length = 1; length <= Digits.Most; length++)
        {
            for (var at = 0; at < length; at++)
            {
                foreach (var sign in "/:p \u007f")
                {
                    var text = Encoding.UTF8.GetBytes(new string('7', length));
                    text[at] = (byte)sign;
                    Digits.TryRead(text, out _).ShouldBeFalse($"'{sign}' at {at} of {length}");
                }
            }
        }
    }

    [Fact]
    public void Nothing_and_too_much_are_no_numbers()
    {
        Digits.TryRead([], out _).ShouldBeFalse();
        Digits.TryRead("12345678901234567890"u8, out _).ShouldBeFalse();
    }
}
