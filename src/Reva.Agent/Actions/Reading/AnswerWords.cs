using System.Collections.Frozen;
using Reva.Core.Actions;
using Reva.Core.Search;

namespace Reva.Agent.Actions.Reading;

/// <summary>What a word of an answer does.</summary>
internal enum Mark : byte
{
    /// <summary>Nothing: courtesy and small words.</summary>
    Fill,
    /// <summary>Ends a talk as often as it answers: thanks, great.</summary>
    Closing,
    /// <summary>A yes.</summary>
    Yes,
    /// <summary>A yes that is as often a mere 'I see': ok.</summary>
    WeakYes,
    /// <summary>A no.</summary>
    No,
    /// <summary>A no to what is named next, and to nothing else.</summary>
    Not,
    /// <summary>A yes to what is named next: do both.</summary>
    Do,
    /// <summary>A wish rather than an answer: I want to, could you.</summary>
    Wish,
    /// <summary>The word that calls an order off, or a proposal.</summary>
    Cancel,
    /// <summary>Does what a kind of action does.</summary>
    Verb,
    /// <summary>Names a kind of action.</summary>
    Noun,
    /// <summary>It, them.</summary>
    It,
    /// <summary>That, this: the thing or the proposal.</summary>
    That,
    /// <summary>The order.</summary>
    Order,
    /// <summary>Everything, the whole.</summary>
    Whole,
    /// <summary>All of them.</summary>
    All,
    /// <summary>Both of them.</summary>
    Both,
    /// <summary>None of them.</summary>
    Neither,
    /// <summary>Nothing but what is named.</summary>
    Only,
    /// <summary>A place in the list.</summary>
    Place,
    /// <summary>Can be meant either way.</summary>
    Unclear,
}

/// <summary>A phrase and what it does.</summary>
internal sealed record Phrase(Mark Mark, ActionKind[] Kinds, int Place = 0);

/// <summary>All words that an answer may be made of. A word that is not here makes it no answer: nothing is skipped.</summary>
internal static class AnswerWords
{
    /// <summary>Words of the longest phrase.</summary>
    public const int LongestPhrase = 6;

    private static readonly FrozenDictionary<string, Phrase> Phrases = Build();

    private static readonly FrozenSet<string> Known = Phrases.Keys.SelectMany(p => p.Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    // Only long words that nothing else is written like; a no is never guessed.
    private static readonly string[] Mended = ["confirm", "confirmed", "please", "cancel", "return", "exchange", "refund", "ahead", "proceed", "absolutely", "definitely", "certainly", "approve", "thanks", "cancellation"];

    /// <summary>What the phrase does; null when it is not known.</summary>
    public static Phrase? Find(string phrase) => Phrases.GetValueOrDefault(phrase);

    /// <summary>The word as it was meant, where it was mistyped or drawn out: <c>yesss</c>, <c>conifrm</c>, <c>ahed</c>.</summary>
    public static string Mend(string word)
    {
        if (Known.Contains(word))
            return word;
        var once = Once(word);
        if (Phrases.GetValueOrDefault(once)?.Mark is Mark.Yes or Mark.WeakYes or Mark.No or Mark.Fill)
            return once;
        if (word.Length < 4)
            return word;
        return Mended.FirstOrDefault(w => w[0] == word[0] && EditDistance.Within(word, w, w.Length >= 8 ? 2 : 1) <= (w.Length >= 8 ? 2 : 1)) ?? word;
    }

    private static string Once(string word) => string.Concat(word.Where((c, i) => i == 0 || c != word[i - 1]));

    private static FrozenDictionary<string, Phrase> Build()
    {
        var phrases = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        Add(Mark.Fill, "please|pls|plz|kindly|the|a|an|to|for|me|my|of|with|then|now|right away|asap|straight away|immediately|well|oh|hi|hello|hey|so|u|as well|too|on|from|again|no problem|no worries|no rush|in that case");
        Add(Mark.Closing, "thanks|thank you|thank u|thx|ty|cheers|great|good|perfect|lovely|nice|cool|awesome|brilliant|wonderful|excellent|bye|much appreciated|so much|very much|a lot|many thanks");
        Add(Mark.Yes, "yes|y|yep|yup|yea|ya|yeah|yeh|yeap|yas|yse|ys|yess|yes sir|aye|sure|suer|shure|for sure|sure thing|absolutely|definitely|certainly|affirmative|correct|thats correct|that is correct|thats right|that is right|yes thats right|exactly");
        Add(Mark.Yes, "confirm|confirmed|i confirm|i confirm it|i confirm that|i do confirm|approve|approved|i approve|agree|agreed|i agree|accept|accepted|i accept|proceed|please proceed|you can proceed|go ahead|go head|please go ahead|go for it|go on then|do it|do that|do so|do this|do them|just do it|just go ahead|just do that|please do|please do it|please do that|please do so|by all means|of course|sounds good|sounds great|sounds perfect|sounds fine");
        Add(Mark.Yes, "thats fine|that is fine|thats ok|thats okay|thats good|thats great|thats perfect|that works|that works for me|works for me|fine by me|fine with me|ok with me|okay with me|ok by me|im sure|i am sure|im certain|i do|i would|id like that|i would like that|id love that|that would be great|that would be good|that would be lovely|that would be nice|that would be perfect|thatd be great|thatd be good|lets do it|lets do that|lets do this|lets go|lets go ahead|make it so|make it happen|why not|you may|you can|yes you can|yes you may|you have my ok|you have my okay|its a yes|thats a yes|confirm it|confirm that|confirm this|confirm them");
        Add(Mark.WeakYes, "ok|okay|okey|okie|oki|alright|all right|fine");
        Add(Mark.No, "no|nope|nah|nay|noo|never|no way|no thanks|no thank you|no thank u|no thx|no ty|nothanks|not now|not today|not really|id rather not|i would rather not|i rather not|rather not|id prefer not|never mind|nevermind|nvm|forget it|forget about it|forget that|leave it|leave it be|leave it as is|leave it as it is|leave it like that|leave that|leave them|leave everything as it is|please leave it");
        Add(Mark.No, "keep|keep it|keep them|keep that|keep those|keep my order|keep the order|keep it as is|keep it as it is|ill keep it|ill keep them|i will keep it|i want to keep it|i want to keep them|i want to keep|id like to keep it|i would like to keep it|dont|do not|please dont|please do not|dont do it|dont do that|dont do this|do not do it|do not do that|please dont do that|please dont do it|dont bother|dont want to|i dont want to|i do not want to|i dont wanna|stop|stop it|stop that|please stop|decline|declined|i decline|decline it|decline that|reject|reject it|reject that|rejected|changed my mind|i changed my mind|ive changed my mind|i have changed my mind|absolutely not|definitely not|certainly not|of course not|sure not|no dont|no do not|no leave it|no keep it|on second thought no|on second thoughts no");
        Add(Mark.Not, "not|not for|not to");
        Add(Mark.Neither, "neither|neither of them|neither of those|none|none of them|none of those|neither one");
        Add(Mark.Do, "do|lets do");
        Add(Mark.Wish, "i want|i want to|i need|i need to|i would like|i would like to|id like|id like to|i wish|i wish to|can you|could you|would you|will you|can u|can i|could i|may i|you|i");
        Add(Mark.Cancel, "cancel");
        Add(Mark.It, "it|them|one|ones|item|items|thing|things");
        Add(Mark.That, "that|this|those|these|that one|this one");
        Add(Mark.Order, "order|the order|my order|that order|this order|purchase|the purchase|order number|number|order nr");
        Add(Mark.Whole, "everything|whole|the whole thing|the whole order|whole order|my whole order|entire|the entire order|my entire order|all of it|it all|complete order");
        Add(Mark.All, "all|all of them|all of those|all of these|them all|to all|all three|all 3|each|each of them|every one");
        Add(Mark.Both, "both|both of them|both of those|both of these|them both|the two|both things|the both");
        Add(Mark.Only, "only|just|nothing but");
        Add(Mark.Unclear, "stop the order|stop my order|stop order|stop that order|stop this order");
        Add(Mark.Verb, "return|returning|send back|send it back|send them back|send that back|take it back|take them back", ActionKind.ReturnItems);
        Add(Mark.Noun, "the return|my return|that return|this return|a return|returns|rma", ActionKind.ReturnItems);
        Add(Mark.Verb, "exchange|swap|swap it|swap them|replace|replace it|replace them|exchange it|exchange them", ActionKind.ExchangeItems, ActionKind.ChangeItems);
        Add(Mark.Noun, "the exchange|my exchange|that exchange|this exchange|an exchange|the swap|that swap|replacement|the replacement", ActionKind.ExchangeItems, ActionKind.ChangeItems);
        Add(Mark.Verb, "refund|refund me|pay me back|pay it back|give me my money back|give me the money back|give me a refund", ActionKind.Refund);
        Add(Mark.Noun, "the refund|my refund|that refund|this refund|a refund|money back|my money back", ActionKind.Refund);
        Add(Mark.Noun, "the cancellation|my cancellation|that cancellation|this cancellation|cancellation|cancelation|cancelling|the cancelling|canceling", ActionKind.CancelOrder);
        Add(Mark.Verb, "change|update|switch", ActionKind.ChangeAddress, ActionKind.ChangeItems, ActionKind.ChangePaymentMethod, ActionKind.UpdateCustomerAddress);
        Add(Mark.Noun, "the change|that change|this change|changes|the changes|the update", ActionKind.ChangeAddress, ActionKind.ChangeItems, ActionKind.ChangePaymentMethod, ActionKind.UpdateCustomerAddress);
        Add(Mark.Noun, "address|the address|my address|that address|this address|new address|the new address|address change|the address change|change of address", ActionKind.ChangeAddress, ActionKind.UpdateCustomerAddress);
        Add(Mark.Verb, "send it there|ship it there|deliver it there|send them there|ship them there", ActionKind.ChangeAddress);
        Add(Mark.Noun, "payment|the payment|payment method|the payment method|my payment method|payment change", ActionKind.ChangePaymentMethod);
        Add(Mark.Verb, "apply|apply it|apply that|give me the code|give me the discount|send me the code|send the code", ActionKind.ApplyDiscount);
        Add(Mark.Noun, "discount|the discount|my discount|that discount|code|the code|discount code|coupon|the coupon|voucher|the voucher", ActionKind.ApplyDiscount);
        AddPlaces();
        return phrases.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(Mark mark, string words, params ActionKind[] kinds)
        {
            foreach (var phrase in words.Split('|'))
                phrases[phrase] = new(mark, kinds);
        }

        void AddPlaces()
        {
            (string Words, int Place)[] places = [("first|1st|former|number one|number 1|option 1", 1), ("second|2nd|latter|number two|number 2|option 2", 2), ("third|3rd|number three|number 3|option 3", 3), ("fourth|4th|number 4|option 4", 4), ("last", -1)];
            foreach (var (words, place) in places)
            {
                foreach (var word in words.Split('|'))
                    phrases[word] = new(Mark.Place, [], place);
            }
        }
    }
}
