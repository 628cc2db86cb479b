using System.Collections.Immutable;
using Reva.Agent.Ports;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Agent.Tools.Acting;

/// <summary>Finds the lines and variants that a tool's arguments name: by the shop's number, the platform's id or its last part, or the exact title.</summary>
public sealed class OrderItems(ICommerce commerce)
{
    /// <summary>The lines named, with pieces; a line named twice counts twice. Null and a problem when one cannot be found.</summary>
    public static (ImmutableArray<ItemPieces> Items, string? Problem) Lines(Order order, IEnumerable<ItemArgument?> items)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var pieces = ImmutableArray.CreateBuilder<ItemPieces>();
        foreach (var item in items)
        {
            if (item is null)
                return ([], "An item is empty: name each by its number in the order.");
            if (item.Quantity is < 1 or > 1000)
                return ([], $"quantity of {item.Item} must be a whole number from 1.");
            var line = Line(order, item.Item, l => (l.CurrentQuantity ?? l.Quantity) - taken.GetValueOrDefault(l.Id) >= item.Pieces);
            if (line is null)
                return ([], $"Order {order.Number} has no item '{item.Item}' of which {item.Pieces} could be meant. Its items: {string.Join("; ", order.Lines.Select(Named))}.");
            taken[line.Id] = taken.GetValueOrDefault(line.Id) + item.Pieces;
            pieces.Add(new ItemPieces(line.Id, item.Pieces));
        }
        return pieces.Count == 0 ? ([], "No item is named: ask which items are meant.") : (pieces.ToImmutable(), null);
    }

    /// <summary>The variant that is to come in a line's place; null and a problem when the shop has none such.</summary>
    public async Task<(VariantOffer? Offer, string? Problem)> VariantAsync(string storeId, OrderLine? line, string? wanted, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(wanted))
            return (null, "new_item is missing: ask which variant is wanted.");
        var siblings = line?.ProductId is { } product ? await commerce.VariantsOfAsync(storeId, product, cancellationToken) : [];
        if (siblings.FirstOrDefault(o => Is(wanted, o.VariantId, o.Sku, o.VariantTitle)) is { } sibling)
            return (sibling, null);
        var others = await commerce.VariantsAsync(storeId, [wanted], cancellationToken);
        return others.Length == 1 ? (others[0], null)
            : (null, $"The shop has no variant '{wanted}'. Variants of this product: {string.Join("; ", siblings.Select(o => $"{o.Sku ?? o.VariantId}: {o.VariantTitle}, {o.Price.ToText()}{(o.Available ? "" : ", sold out")}"))}.");
    }

    private static OrderLine? Line(Order order, string? named, Func<OrderLine, bool> enough) =>
        named is null ? null
        : order.Lines.FirstOrDefault(l => Is(named, l.Id, l.Sku, null) && enough(l)) ?? order.Lines.FirstOrDefault(l => Is(named, l.VariantId, null, l.Title) && enough(l))
          ?? order.Lines.FirstOrDefault(l => Is(named, l.VariantId, l.Sku, l.Title) || Is(named, l.Id, null, $"{l.Title} ({l.VariantTitle})"));

    private static bool Is(string named, string? id, string? sku, string? title) =>
        named.Equals(id, StringComparison.OrdinalIgnoreCase) || named.Equals(sku, StringComparison.OrdinalIgnoreCase) || named.Equals(title, StringComparison.OrdinalIgnoreCase)
        || (id is not null && id.EndsWith("/" + named, StringComparison.Ordinal));

    private static string Named(OrderLine line) => $"{line.Sku ?? line.Id}: {OrderView.LineText(line)}";
}

/// <summary>An item as a tool's arguments name it.</summary>
/// <param name="Item">Its number, id or exact title.</param>
/// <param name="Quantity">Pieces; 1 when left out.</param>
public sealed record ItemArgument(string? Item, int? Quantity = null)
{
    /// <summary>Pieces meant.</summary>
    internal int Pieces => Quantity ?? 1;
}

/// <summary>An item with what comes in its place.</summary>
/// <param name="Item">Its number, id or exact title; null when something is added.</param>
/// <param name="NewItem">The variant that comes; null when pieces are only taken out.</param>
/// <param name="Quantity">Pieces; 1 when left out.</param>
public sealed record SwapArgument(string? Item, string? NewItem, int? Quantity = null);
