namespace Reva.Server.Security;

/// <summary>Keys and tokens.</summary>
internal static class SecurityServices
{
    public static void AddSecurity(this IServiceCollection services) =>
        services.AddSingleton<VisitorTokenKey>().AddSingleton(s => new VisitorTokens(s.GetRequiredService<VisitorTokenKey>().Value))
            .AddSingleton(s => new CustomerTokens(s.GetRequiredService<VisitorTokenKey>().Value, s.GetRequiredService<TimeProvider>()));
}
