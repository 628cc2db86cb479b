using Reva.Agent.Turns;
using Reva.Agent.Understanding;
using Reva.Core.Catalog;
using Reva.Core.Conversations;

namespace Reva.Agent.Tests.Understanding;

/// <summary>A shop and conversations to read messages in.</summary>
internal static class Reading
{
    public static CatalogVocabulary Shop { get; } = new(
        ["Jackets", "Boots", "Backpacks", "Headlamps", "Tents", "Drinkware", "Water Bottles", "Shoes"],
        ["Moss", "Slate", "Navy", "Rust", "Black"], ["S", "M", "L", "XL", "39", "42", "500 ml", "1.5 l"], ["Merino Wool", "Cotton"], ["Fern"],
        [new("Alder Rain Jacket", "alder"), new("Birch Down Jacket", "birch"), new("Ridge Trail Boots", "ridge"), new("Tarn Kettle", "tarn")]);

    public static RuleUnderstanding Rules { get; } = new();

    public static ConversationMemory Shown { get; } = new()
    {
        LastQuery = new ProductQuery { Text = "jacket" }, ShownProductIds = ["alder", "birch", "ridge"], SeenProductIds = ["alder", "birch", "ridge"], Turns = 1,
    };

    public static ConversationMemory Waiting(PendingKind kind, Intent wish) => new() { Pending = new PendingQuestion(kind, null, null, wish, null), Turns = 1 };

    public static MessageMeaning Read(string text, ConversationMemory? memory = null) => Rules.Understand(text, memory ?? new ConversationMemory(), Shop);

    public static Entities Entities(string text, ConversationMemory? memory = null) => Read(text, memory).Entities;
}
