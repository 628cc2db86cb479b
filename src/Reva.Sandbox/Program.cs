using Reva.Sandbox;
using Reva.Sandbox.Shopify.Folder;
using Reva.Sandbox.Tau;

const string Usage = """
    serve        [--store DIR] [--urls http://localhost:5090] [--state DIR] [--public-url URL] [--token TOKEN]
    convert-tau  --from DIR --to DIR
    """;

try
{
    var line = CommandLine.Parse(args, "store", "urls", "state", "public-url", "token", "from", "to");
    switch (line.Verb)
    {
        case "serve":
            await using (var sandbox = await SandboxHost.StartAsync(new SandboxOptions
            {
                Urls = line.Get("urls") ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? "http://localhost:5090",
                StoreDirectory = line.Get("store"),
                StateDirectory = line.Get("state"),
                PublicUrl = line.Get("public-url"),
                AccessTokens = [line.Get("token") ?? SandboxOptions.DefaultAccessToken],
            }))
            {
                Console.WriteLine($"The sandbox is ready at {sandbox.Url}");
                await sandbox.WaitForShutdownAsync();
            }
            return 0;
        case "convert-tau":
            TauConversion.Convert(line.Need("from"), line.Need("to"));
            Console.WriteLine($"The store folder is ready: serve it with --store {line.Need("to")}");
            return 0;
        default:
            await Console.Error.WriteLineAsync(Usage);
            return 2;
    }
}
catch (Exception wrong) when (wrong is StoreFolderException or ArgumentException)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}
