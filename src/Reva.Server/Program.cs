using Reva.Server.Hosting;

// The host: hub, API, silo and pages in one process. Each surface lists what it offers in a Map… file of its own.
var app = await ServerHost.BuildAsync(args);
await app.RunAsync();
