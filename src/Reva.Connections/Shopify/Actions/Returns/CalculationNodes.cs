using Reva.Connections.Shopify.Orders;
using Reva.Core;

namespace Reva.Connections.Shopify.Actions.Returns;

internal sealed record CalculationData(TaxedOrder? Order, CalculatedReturn? ReturnCalculate);

internal sealed record TaxedOrder(bool TaxesIncluded);

internal sealed record CalculatedReturn(IReadOnlyList<CalculatedPart> ReturnLineItems, IReadOnlyList<CalculatedPart> ExchangeLineItems);

/// <summary>Pieces that come back or go out.</summary>
internal sealed record CalculatedPart(int Quantity, Reference? Variant, MoneyBag SubtotalSet, MoneyBag TotalTaxSet)
{
    /// <summary>After all discounts and with tax.</summary>
    public Money Price(TaxedOrder order) => (order.TaxesIncluded ? SubtotalSet.ToMoney() : SubtotalSet.ToMoney() + TotalTaxSet.ToMoney()).Rounded();
}
