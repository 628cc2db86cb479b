using Reva.Agent.Turns;
using Reva.Core.Catalog;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Reads all that a message names, the most certain things first, so that nothing is taken for two things.</summary>
internal static class EntityReader
{
    public static (Entities Entities, MessageText Text) Read(string message, ConversationMemory memory, CatalogVocabulary vocabulary)
    {
        var index = VocabularyIndex.Of(vocabulary);
        var (emails, rest) = EmailAddresses.Take(message);
        var text = new MessageText(rest);
        var codes = PostalCodes.Take(text);
        var numbers = OrderNumbers.Take(text, memory.Pending?.Kind is PendingKind.OrderIdentity or PendingKind.WhichOrder, emails.Length > 0);
        var (min, max) = Prices.Take(text);
        var sizes = Sizes.Take(text, index);
        var products = index.Titles.Take(text);
        var (colors, notColors) = Colors.Take(text, index);
        var ordinals = Ordinals.Take(text, memory.ShownProductIds.Length);
        var (materials, notMaterials) = Materials.Take(text, index);
        var notKinds = Negations.TakeKinds(text, index);
        var audience = Audiences.Take(text, memory.LastQuery?.Audience);
        var entities = new Entities
        {
            Emails = emails, PostalCodes = codes, OrderNumbers = numbers, MinPrice = min, MaxPrice = max, Sizes = sizes, Colors = colors, Materials = materials,
            UnwantedColors = notColors, UnwantedMaterials = notMaterials, UnwantedKinds = notKinds, Quantity = Quantities.Of(text),
            Ordinals = ordinals, Audience = audience, ProductIds = products, Category = index.Categories.Find(text), SearchText = SearchTexts.Of(text),
        };
        entities = Wishes.Add(entities, rest.Length > MostCharacters ? rest[..MostCharacters] : rest);
        return (entities with { RefersBack = BackReferences.In(text, entities), Answer = YesOrNo.Of(text) }, text);
    }

    private const int MostCharacters = 4_000;
}
