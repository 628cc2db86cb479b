using Microsoft.Extensions.FileProviders;

namespace Reva.Server.Demo;

/// <summary>The widget's two files.</summary>
internal static class WidgetFiles
{
    public static void UseWidget(this WebApplication app)
    {
        var folder = app.Configuration["Widget:Directory"] ?? Path.Combine(AppContext.BaseDirectory, "widget");
        if (!Directory.Exists(folder))
        {
            app.Logger.LogWarning("The widget is not built: {Folder} does not exist. Run ./reva up, or npm run build in widget/ and set Widget:Directory", folder);
            return;
        }
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.GetFullPath(folder)),
            RequestPath = "/widget",
            OnPrepareResponse = file =>
            {
                file.Context.Response.Headers.AccessControlAllowOrigin = "*";
                file.Context.Response.Headers.CacheControl = "public, max-age=300";
            },
        });
    }
}
