using System.Text.Json;
using Reva.Agent.Ports;
using Reva.Agent.Turns;
using Reva.Core.Catalog;

namespace Reva.Agent.Tools;

/// <summary>Which product.</summary>
/// <param name="Handle">Its handle.</param>
public sealed record GetProductArguments(string Handle);

/// <summary>Reads one product with its description and the stock of each variant.</summary>
public sealed class GetProduct(ICatalog catalog) : Tool<GetProductArguments, Product?>
{
    /// <inheritdoc/>
    public override string Name => "get_product";

    /// <inheritdoc/>
    public override string Description => "Read one product: description, every variant with price and stock. Use it before answering a question about a product.";

    /// <inheritdoc/>
    public override string Label => "Checking the details";

    /// <inheritdoc/>
    public override JsonElement Schema { get; } = ToolJson.Schema("""
        {"type":"object","properties":{"handle":{"type":"string"}},"required":["handle"]}
        """);

    /// <inheritdoc/>
    protected override async Task<ToolOutcome<Product?>> RunAsync(GetProductArguments arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        var product = await catalog.FindByHandleAsync(turn.StoreId, arguments.Handle ?? "", cancellationToken);
        if (product is null)
            return new(false, null, new { error = "The shop has no such product. Search for it." });
        turn.Memory = turn.Memory with { FocusProductId = product.Id };
        return new(true, product, new
        {
            Product = ProductView.Full(product),
            Variants = product.Variants.Select(v => new { v.Title, Price = v.Price.ToText(), Was = v.CompareAtPrice?.ToText(), Stock = ProductText.Stock(v) }),
        });
    }

    /// <inheritdoc/>
    protected override object ForModel(ToolOutcome<Product?> outcome, TurnContext turn)
    {
        // A model reads a product to speak of it, so the shopper sees its card, unless it is on the screen already.
        if (outcome.Value is { } product && !turn.Memory.ShownProductIds.Contains(product.Id))
        {
            turn.Emit(new ProductsShown([new ProductHit(product, product.Variants.FirstOrDefault(v => v.Available) ?? product.Variants[0], new ScoreParts(0, 0, 0, 0, 0, 0, 0))]));
            turn.Memory = turn.Memory with { ShownProductIds = turn.Memory.ShownProductIds.Add(product.Id) };
        }
        return outcome.View;
    }
}
