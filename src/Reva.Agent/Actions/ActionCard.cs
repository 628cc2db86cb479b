using System.Collections.Immutable;
using Reva.Core;
using Reva.Core.Actions;

namespace Reva.Agent.Actions;

/// <summary>What a customer sees before saying yes: everything that would happen, and nothing else.</summary>
public sealed record ActionCard
{
    /// <summary>E.g. <c>Cancel order #1001</c>.</summary>
    public required string Title { get; init; }
    /// <summary>The order, as printed.</summary>
    public string? OrderNumber { get; init; }
    /// <summary>What it is about.</summary>
    public ImmutableArray<CardItem> Items { get; init; } = [];
    /// <summary>What else happens, in the order to show.</summary>
    public ImmutableArray<CardRow> Rows { get; init; } = [];
    /// <summary>The sum that moves; null when none does.</summary>
    public Money? Amount { get; init; }
    /// <summary>Whether the sum goes to the customer; false when the customer pays.</summary>
    public bool ToCustomer { get; init; }
    /// <summary>How it moves, e.g. <c>Visa ending 4242</c>.</summary>
    public string? Method { get; init; }
    /// <summary>What the customer should know besides.</summary>
    public string? Note { get; init; }
    /// <summary>Whether a person of the shop must approve it after the customer's yes.</summary>
    public bool NeedsApproval { get; init; }
    /// <summary>Words of the button that confirms.</summary>
    public required string ConfirmLabel { get; init; }
    /// <summary>Words of the button that declines.</summary>
    public required string DeclineLabel { get; init; }
}

/// <summary>One item of a card.</summary>
/// <param name="Title">The product.</param>
/// <param name="Variant">The variant; null when there is only one.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="ImageUrl">Its picture.</param>
/// <param name="Becomes">What comes in its place; null when nothing does.</param>
public sealed record CardItem(string Title, string? Variant, int Quantity, string? ImageUrl, VariantOffer? Becomes);

/// <summary>A line of a card: <c>New address</c>, <c>986 Sunset Drive, …</c>.</summary>
public sealed record CardRow(string Label, string Value);
