namespace Reva.Core.Conversations;

/// <summary>What a shopper's message is about. On wires in snake case: <c>order_status</c>.</summary>
public enum Intent
{
    /// <summary>None of the others, or not understood.</summary>
    Other,
    /// <summary>Where an order is.</summary>
    OrderStatus,
    /// <summary>Sending something back.</summary>
    ReturnRequest,
    /// <summary>Money back.</summary>
    RefundRequest,
    /// <summary>Another size, colour or article instead.</summary>
    ExchangeRequest,
    /// <summary>Other items or amounts in an order.</summary>
    OrderChange,
    /// <summary>Another delivery address.</summary>
    AddressChange,
    /// <summary>Calling an order off.</summary>
    CancelOrder,
    /// <summary>Looking for products.</summary>
    ProductSearch,
    /// <summary>A question about one product.</summary>
    ProductQuestion,
    /// <summary>Colours, sizes, stock of one product.</summary>
    VariantQuestion,
    /// <summary>What something costs.</summary>
    PriceInquiry,
    /// <summary>Which of several.</summary>
    Comparison,
    /// <summary>Shipping costs, times, countries.</summary>
    ShippingQuestion,
    /// <summary>Something went wrong.</summary>
    Complaint,
    /// <summary>The shop, its pages and policies.</summary>
    GeneralInquiry,
    /// <summary>Talking to a person.</summary>
    HumanRequest,
    /// <summary>Hello.</summary>
    Greeting,
    /// <summary>Thanks and goodbyes.</summary>
    Thanks,
}

/// <summary>Names of intents on wires.</summary>
public static class IntentNames
{
    private static readonly Dictionary<Intent, string> Names = Enum.GetValues<Intent>()
        .ToDictionary(i => i, i => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(i.ToString()));

    private static readonly Dictionary<string, Intent> Intents = Names.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    /// <summary>As written on wires, e.g. <c>order_status</c>.</summary>
    public static string ToWire(this Intent intent) => Names[intent];

    /// <summary>Whether it is a wish to change an order, its goods or its money.</summary>
    public static bool ChangesOrder(this Intent intent) => intent is Intent.ReturnRequest or Intent.RefundRequest or Intent.ExchangeRequest
        or Intent.OrderChange or Intent.AddressChange or Intent.CancelOrder;

    /// <summary>The intent called <paramref name="name"/> on wires; false when there is none.</summary>
    public static bool TryParse(string name, out Intent intent) => Intents.TryGetValue(name, out intent);
}
