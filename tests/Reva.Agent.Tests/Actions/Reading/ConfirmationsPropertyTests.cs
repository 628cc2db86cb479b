using FsCheck;
using FsCheck.Fluent;
using Reva.Agent.Actions.Reading;
using Reva.Core.Actions;

namespace Reva.Agent.Tests.Actions.Reading;

public sealed class ConfirmationsPropertyTests
{
    private static readonly OpenProposal[] Open = [new("c", ActionKind.CancelOrder, "#1001", ["Alder Rain Jacket"])];

    private static readonly string[] Yeses = ["yes", "yes please", "go ahead", "confirm", "do it", "sure, go ahead", "yes, cancel it", "ok do that", "absolutely", "please do"];

    private static readonly string[] Doubts =
    [
        "if it is free", "but only one", "unless it shipped", "except the jacket", "not", "don't", "wait", "stop", "actually", "tomorrow", "when I say so", "for half the price", "to my sister", "of order #2002",
        "without the fee", "instead of a return", "on the card", "first tell me why", "maybe", "no", "later", "?", "\"", "5 times", "for $20", "and ship it to Berlin", "never mind",
    ];

    private static void Always(Gen<string> texts, Func<string, bool> holds) => Prop.ForAll(texts.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static bool Confirms(string text) => Confirmations.Read(text, Open) is { Reply: ProposalReply.Confirm };

    [Fact]
    public void Each_of_these_is_a_yes_by_itself() => Assert.All(Yeses, yes => Assert.True(Confirms(yes), yes));

    [Fact]
    public void A_doubt_anywhere_is_no_yes()
    {
        var text = Gen.Elements(Yeses).Zip(Gen.Elements(Doubts)).Zip(Gen.Elements(" ", ", ", ". ", " - ", "\n"))
            .SelectMany(t => Gen.Elements(t.Item1.Item1 + t.Item2 + t.Item1.Item2, t.Item1.Item2 + t.Item2 + t.Item1.Item1));
        // A question mark or a quotation mark that stands before the yes belongs to nothing.
        Always(text.Where(t => !t.StartsWith('?')), t => !Confirms(t));
    }

    [Fact]
    public void An_unknown_word_next_to_a_yes_is_no_yes()
    {
        var word = Gen.Elements("qrstuv".ToCharArray()).ListOf(7).Select(letters => "x" + string.Concat(letters));
        Always(Gen.Elements(Yeses).Zip(word).Zip(Gen.Elements(true, false), (t, after) => after ? $"{t.Item1} {t.Item2}" : $"{t.Item2} {t.Item1}"), t => !Confirms(t));
    }

    [Fact]
    public void Capitals_spaces_and_full_stops_change_nothing() =>
        Always(Gen.Elements(Yeses).Zip(Gen.Elements("", " ", "  ", "\n")).Zip(Gen.Elements("", ".", "!", "!!", " 🙏"), (t, end) => t.Item2 + t.Item1.ToUpperInvariant() + end), Confirms);

    [Fact]
    public void No_text_breaks_it_and_only_open_proposals_are_answered() => Prop.ForAll<string>(text =>
    {
        var answer = Confirmations.Read(text ?? "", Open);
        return answer.Confirmed.Concat(answer.Declined).All(id => id == "c") && (answer.Reply == ProposalReply.Confirm) == !answer.Confirmed.IsEmpty;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Words_of_answers_thrown_together_never_confirm_and_decline_the_same()
    {
        OpenProposal[] two = [Open[0], new("r", ActionKind.ReturnItems, "#1002", ["Blue Kettle"])];
        var words = Gen.Elements("yes no not the first second cancel return it that both all keep only and but , . please ok kettle jacket #1001 #1002 order don't do refund".Split(' '));
        Always(Gen.Choose(1, 8).SelectMany(n => words.ListOf(n)).Select(w => string.Join(' ', w)), text =>
        {
            var answer = Confirmations.Read(text, two);
            return !answer.Confirmed.Intersect(answer.Declined).Any() && (answer.Confirmed.IsEmpty || !text.Contains("refund", StringComparison.Ordinal));
        });
    }
}
