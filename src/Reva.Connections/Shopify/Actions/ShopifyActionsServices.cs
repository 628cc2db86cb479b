using Microsoft.Extensions.DependencyInjection;
using Reva.Agent.Ports;
using Reva.Connections.Shopify.Actions.Addresses;
using Reva.Connections.Shopify.Actions.Cancelling;
using Reva.Connections.Shopify.Actions.Discounts;
using Reva.Connections.Shopify.Actions.Items;
using Reva.Connections.Shopify.Actions.Refunds;
using Reva.Connections.Shopify.Actions.Returns;

namespace Reva.Connections.Shopify.Actions;

internal static class ShopifyActionsServices
{
    /// <summary>What is done on Shopify: one class for each kind of action.</summary>
    public static IServiceCollection AddShopifyActions(this IServiceCollection services) => services
        .AddSingleton<ICommerce, ShopifyCommerce>()
        .AddSingleton<Variants>().AddSingleton<ShopCurrency>().AddSingleton<RefundDesk>().AddSingleton<ReturnDesk>().AddSingleton<EditDesk>()
        .AddSingleton<IShopifyAction, OrderCancelling>()
        .AddSingleton<IShopifyAction, OrderReaddressing>()
        .AddSingleton<IShopifyAction, ItemChanging>()
        .AddSingleton<IShopifyAction, Returning>()
        .AddSingleton<IShopifyAction, Exchanging>()
        .AddSingleton<IShopifyAction, Refunding>()
        .AddSingleton<IShopifyAction, DiscountGranting>()
        .AddSingleton<IShopifyAction, CustomerReaddressing>();
}
