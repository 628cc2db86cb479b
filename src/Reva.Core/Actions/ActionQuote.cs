using System.Collections.Immutable;
using Reva.Core.Catalog;

namespace Reva.Core.Actions;

/// <summary>What an action would move, told by the platform before anything is done.</summary>
public sealed record ActionQuote
{
    /// <summary>What the customer gets back in all, ≥ 0, rounded to the currency's coin.</summary>
    public required Money ToCustomer { get; init; }

    /// <summary>What the customer has to pay in all, ≥ 0, rounded.</summary>
    public required Money FromCustomer { get; init; }

    /// <summary>Whether the money moves only when goods have arrived.</summary>
    public bool AfterArrival { get; init; }

    /// <summary>How the sum comes about, in the order to show it.</summary>
    public ImmutableArray<QuoteLine> Lines { get; init; } = [];

    /// <summary>The payment method as the customer knows it, e.g. <c>Visa ending 9212</c>; null when no money moves.</summary>
    public string? Method { get; init; }

    /// <summary>What the new variants are and cost, for changes and exchanges.</summary>
    public ImmutableArray<VariantOffer> Offers { get; init; } = [];

    /// <summary>What is left on the payment method that would pay; null when it has no balance.</summary>
    public Money? Balance { get; init; }

    /// <summary>Nothing moves.</summary>
    public static ActionQuote Nothing(string currency) => new() { ToCustomer = Money.Zero(currency), FromCustomer = Money.Zero(currency) };
}

/// <summary>One part of a sum.</summary>
/// <param name="Label">What it is, e.g. <c>Shipping</c>.</param>
/// <param name="Amount">Positive when the customer gets it, negative when it is kept or charged.</param>
public sealed record QuoteLine(string Label, Money Amount);

/// <summary>A variant as it can be bought now.</summary>
/// <param name="VariantId">The platform's id.</param>
/// <param name="ProductId">Its product's id.</param>
/// <param name="Title">The product's title.</param>
/// <param name="VariantTitle">The variant, e.g. <c>Moss / M</c>; null when there is only one.</param>
/// <param name="Price">Price of one piece now.</param>
/// <param name="Stock">Pieces that can be sold; null when it sells without end.</param>
/// <param name="Available">Whether it can be bought.</param>
public sealed record VariantOffer(string VariantId, string ProductId, string Title, string? VariantTitle, Money Price, int? Stock, bool Available)
{
    /// <summary>The shop's own number for it.</summary>
    public string? Sku { get; init; }

    /// <summary>Its options in the product's order, e.g. <c>Colour</c> and <c>Moss</c>.</summary>
    public ImmutableArray<VariantOption> Options { get; init; } = [];
}
