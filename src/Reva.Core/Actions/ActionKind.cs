using System.Text.Json;

namespace Reva.Core.Actions;

/// <summary>What can be done for a customer. On wires in snake case: <c>cancel_order</c>, the name of the tool that does it.</summary>
public enum ActionKind
{
    /// <summary>Calls an order off before it is sent.</summary>
    CancelOrder,
    /// <summary>Sends an order elsewhere.</summary>
    ChangeAddress,
    /// <summary>Other variants, numbers or items in an order that was not sent yet.</summary>
    ChangeItems,
    /// <summary>Pays an order another way.</summary>
    ChangePaymentMethod,
    /// <summary>Takes delivered items back.</summary>
    ReturnItems,
    /// <summary>Takes delivered items back for others.</summary>
    ExchangeItems,
    /// <summary>Pays money back.</summary>
    Refund,
    /// <summary>Grants a discount for the next order.</summary>
    ApplyDiscount,
    /// <summary>Changes a customer's own address.</summary>
    UpdateCustomerAddress,
}

/// <summary>Names of actions on wires.</summary>
public static class ActionKinds
{
    private static readonly Dictionary<ActionKind, string> Names = Enum.GetValues<ActionKind>().ToDictionary(k => k, k => JsonNamingPolicy.SnakeCaseLower.ConvertName(k.ToString()));

    private static readonly Dictionary<string, ActionKind> Kinds = Names.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    /// <summary>As written on wires, e.g. <c>cancel_order</c>.</summary>
    public static string ToWire(this ActionKind kind) => Names[kind];

    /// <summary>The action called <paramref name="name"/> on wires; false when there is none.</summary>
    public static bool TryParse(string name, out ActionKind kind) => Kinds.TryGetValue(name, out kind);
}
