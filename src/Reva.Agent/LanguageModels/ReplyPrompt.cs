using System.Globalization;
using System.Text;
using Microsoft.Extensions.AI;
using Reva.Agent.Privacy;
using Reva.Agent.Specialists;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Conversations;
using Reva.Core.Customers;

namespace Reva.Agent.LanguageModels;

/// <summary>Puts together what a model is told: the house rules, the specialist's prompt, the shop, what is known, and the conversation without personal data.</summary>
public sealed class ReplyPrompt(Prompts prompts)
{
    private const int MostHistory = 20;

    /// <summary>The messages for a turn.</summary>
    public List<ChatMessage> For(ISpecialist specialist, TurnContext turn, PersonalDataMask mask)
    {
        var messages = new List<ChatMessage> { new(ChatRole.System, System(specialist, turn, mask)) };
        foreach (var said in turn.Input.History.TakeLast(MostHistory))
            messages.Add(new ChatMessage(said.Author == Author.Shopper ? ChatRole.User : ChatRole.Assistant, mask.Mask(Said(said))));
        messages.Add(new ChatMessage(ChatRole.User, mask.Mask(turn.Input.Text)));
        return messages;
    }

    // A model must not take a person's promises for its own deeds, nor ask again for what was settled.
    private static string Said(Utterance said) => said.Author == Author.Person ? $"(A person of the shop's team wrote:) {said.Text}" : said.Text;

    private string System(ISpecialist specialist, TurnContext turn, PersonalDataMask mask)
    {
        var store = turn.Input.Store;
        var text = new StringBuilder(prompts.Read("House")).Append('\n').Append(prompts.Read(specialist.Name));
        text.Append(CultureInfo.InvariantCulture, $"\n## Now\nShop: {store.Name}. Currency: {store.Currency}. Today: {turn.Input.Now:yyyy-MM-dd}. Team answers: {turn.ReplyPromise}.\n");
        if (store.Voice.Length > 0)
            text.Append("Brand voice: ").Append(store.Voice).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"Intent: {turn.Meaning.Intent.ToWire()}. Mood: {turn.Meaning.Sentiment}/5. Answer in: {turn.Meaning.Language}.\n");
        if (turn.PageProduct is { } page)
            text.Append("The shopper looks at: ").Append(page.Title).Append(" (handle ").Append(page.Handle).Append(", ").Append(ProductText.Price(page)).Append(")\n");
        text.Append(turn switch
        {
            { VerifiedEmail: null } => "The shopper is not proved.\n",
            // Whoever knows but a name and a postcode is not to learn the address from us.
            { Level: VerificationLevel.NameAndPostcode } => "The shopper is proved by name and postcode: tell where their orders are; for addresses, sums and changes they need an order's number with its e-mail address, or a code (send_code).\n",
            { VerifiedEmail: { } email } => mask.Mask($"The shopper is proved to be {email}.\n"),
        });
        if (turn.Memory.FocusOrderNumber is { } order)
            text.Append("Order spoken of: ").Append(order).Append('\n');
        if (turn.Input.Status == ConversationStatus.Escalated)
            text.Append("The team already has this conversation.\n");
        if (turn.Input.History.Any(u => u.Author == Author.Person))
            text.Append("A person of the team has answered in this conversation. What they said stands: build on it, do not contradict it, do not ask again for what they settled, and do not claim their deeds as yours.\n");
        return text.ToString();
    }
}
