using FsCheck;
using FsCheck.Fluent;
using Reva.Agent.Privacy;

namespace Reva.Agent.Tests.Privacy;

public class PersonalDataMaskTests
{
    private static readonly string[] Personal =
    [
        "ada@example.com", "Ada.L+shop@Example.co.uk", "o'brien@example.org", "müller@example.de", "4111 1111 1111 1111", "4242424242424242", "3782 822463 10005", "5555-5555-5555-4444",
        "+49 171 5550123", "+1 (555) 123-4567", "030 12345678", "(555) 123-4567", "555-123-4567", "5551234567",
        "12 Baker Street, London NW1 6XE", "42 Harbour Rd", "Hauptstraße 12, 10115 Berlin", "7 rue de la Paix",
    ];

    // Pieces that lie in wait: brackets, references, digits and signs that could join what stands beside them.
    private static readonly string[] Odd = ["[email_1]", "[EMAIL_1]", "[email_", "_1]", "[", "]", "[[", "1", "@", "+", " ", "\n", "😊", "\ud83d", "\"", "\\", "[ref_1]", "[name_2]", "order #1001", "$129.00", "ok"];

    private static Arbitrary<string> Texts => Gen.OneOf(Gen.Elements(Personal), Gen.Elements(Odd), ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""))
        .ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Whatever_is_masked_comes_back_as_it_was() =>
        Prop.ForAll(Texts, Texts, (first, second) =>
        {
            var mask = new PersonalDataMask();
            var (one, two) = (mask.Mask(first), mask.Mask(second));
            return mask.Unmask(one) == first && mask.Unmask(two) == second;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_stream_cut_anywhere_reads_as_the_whole() =>
        Prop.ForAll(Texts, Gen.Choose(1, 7).ListOf().ToArbitrary(), (text, cuts) =>
        {
            var mask = new PersonalDataMask();
            var masked = mask.Mask(text);
            var stream = new UnmaskingStream(mask);
            var (shown, at) = ("", 0);
            foreach (var cut in cuts.Append(masked.Length))
            {
                var end = Math.Min(masked.Length, at + cut);
                shown += stream.Push(masked[at..end]);
                at = end;
            }
            return shown + stream.Flush() == text;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Among_any_words_nothing_personal_stays_in_the_text() =>
        Prop.ForAll(Gen.Elements(Personal).ToArbitrary(), ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(), (value, before, after) =>
        {
            var masked = new PersonalDataMask().Mask($"{Words(before.Get)}, {value}; {Words(after.Get)}");
            return !masked.Contains(value, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("my name is Maren Oldenburg and I ordered boots", "my name is [name_1] and I ordered boots")]
    [InlineData("My name is maren", "My name is [name_1]")]
    [InlineData("Hi, I'm Maren. Where is my order? Regards, Maren", "Hi, I'm [name_1]. Where is my order? Regards, [name_1]")]
    [InlineData("I live at 12 Baker Street, London NW1 6XE.", "I live at [address_1].")]
    [InlineData("ship it to Hauptstraße 12, 10115 Berlin please", "ship it to [address_1] please")]
    [InlineData("ada@example.com or call +49 171 5550123", "[email_1] or call [phone_1]")]
    [InlineData("ada at example dot com", "[email_1]")]
    [InlineData("my phone: 612 345 678", "my phone: [phone_1]")]
    [InlineData("card 3782 822463 10005, exp 12/29", "card [card_1], exp 12/29")]
    [InlineData("ada@example.com, ada@example.com, ADA@example.com", "[email_1], [email_1], [email_2]")]
    public void What_shoppers_tell_of_themselves_becomes_a_reference(string said, string expected) =>
        Assert.Equal(expected, new PersonalDataMask().Mask(said));

    [Theory]
    [InlineData("a waterproof jacket under $150 in size 38 40 42, order #1001")]
    [InlineData("I'm looking for 2 pairs on the way home")]
    [InlineData("I am sorry, this is the third time: 36 37 38 39 40 41 42")]
    [InlineData("is it 12.5 x 30 cm or 1,299.00 USD on 2026-11-21?")]
    public void What_a_wish_is_made_of_stays_readable(string said) => Assert.Equal(said, new PersonalDataMask().Mask(said));

    [Fact]
    public void A_name_told_once_is_known_from_then_on()
    {
        var mask = new PersonalDataMask();
        mask.Mask("my name is Maren Oldenburg");
        Assert.Equal("Sure, [name_2]! The parcel is for [name_1].", mask.Mask("Sure, Maren! The parcel is for Maren Oldenburg."));
        Assert.Equal("Hello Maren", mask.Unmask("Hello [name_2]"));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("1 ")]
    [InlineData("a@")]
    [InlineData("[email_")]
    [InlineData("12 Baker ")]
    [InlineData("x at y dot ")]
    public void Long_odd_texts_take_no_time_to_speak_of(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 20_000 / part.Length));
        var mask = new PersonalDataMask();
        Assert.Equal(text, mask.Unmask(mask.Mask(text)));
    }

    private static string Words(string any) => new([.. any.Where(c => char.IsLetter(c) || c == ' ')]);
}
