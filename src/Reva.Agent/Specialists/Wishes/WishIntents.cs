using Reva.Core.Actions;
using Reva.Core.Conversations;

namespace Reva.Agent.Specialists.Wishes;

/// <summary>Which kinds of actions and which intents belong together.</summary>
internal static class WishIntents
{
    /// <summary>What an intent wishes for, when no word says it more closely.</summary>
    public static ActionKind KindOf(Intent intent) => intent switch
    {
        Intent.CancelOrder => ActionKind.CancelOrder,
        Intent.ReturnRequest => ActionKind.ReturnItems,
        Intent.RefundRequest => ActionKind.Refund,
        Intent.ExchangeRequest => ActionKind.ExchangeItems,
        Intent.AddressChange => ActionKind.ChangeAddress,
        _ => ActionKind.ChangeItems,
    };

    /// <summary>The intent under which a wish is told of.</summary>
    public static Intent Of(ActionKind kind) => kind switch
    {
        ActionKind.CancelOrder => Intent.CancelOrder,
        ActionKind.ReturnItems => Intent.ReturnRequest,
        ActionKind.Refund => Intent.RefundRequest,
        ActionKind.ExchangeItems => Intent.ExchangeRequest,
        ActionKind.ChangeAddress or ActionKind.UpdateCustomerAddress => Intent.AddressChange,
        _ => Intent.OrderChange,
    };

    /// <summary>Kinds of which one may turn out to be the other.</summary>
    public static ActionKind Family(ActionKind kind) => kind switch
    {
        ActionKind.ChangeItems => ActionKind.ExchangeItems,
        _ => kind,
    };
}
