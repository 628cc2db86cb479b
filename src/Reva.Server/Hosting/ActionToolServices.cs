using Reva.Agent.Tools;
using Reva.Agent.Tools.Acting;

namespace Reva.Server.Hosting;

/// <summary>The tools that propose actions.</summary>
internal static class ActionToolServices
{
    public static void AddActionTools(this IServiceCollection services)
    {
        services.AddSingleton<OwnOrders>().AddSingleton<OrderItems>().AddSingleton<TrackShipment>();
        services.AddSingleton<CancelOrderTool>().AddSingleton<ChangeAddressTool>().AddSingleton<ChangeItemsTool>().AddSingleton<ChangePaymentMethodTool>()
            .AddSingleton<ReturnItemsTool>().AddSingleton<ExchangeItemsTool>().AddSingleton<RefundTool>().AddSingleton<ApplyDiscountTool>().AddSingleton<UpdateCustomerAddressTool>();
        services.AddSingleton(s => new ActionTools(
        [
            s.GetRequiredService<CancelOrderTool>(), s.GetRequiredService<ChangeAddressTool>(), s.GetRequiredService<ChangeItemsTool>(), s.GetRequiredService<ChangePaymentMethodTool>(),
            s.GetRequiredService<ReturnItemsTool>(), s.GetRequiredService<ExchangeItemsTool>(), s.GetRequiredService<RefundTool>(), s.GetRequiredService<ApplyDiscountTool>(),
            s.GetRequiredService<UpdateCustomerAddressTool>(),
        ]));
    }
}
