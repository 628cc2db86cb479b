using Reva.Sandbox.Shopify.Folder;
using Reva.Sandbox.Tests.Parts;

namespace Reva.Sandbox.Tests.Shopify;

public sealed class StoreFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("store").FullName;

    public StoreFolderTests()
    {
        foreach (var file in Directory.EnumerateFiles(SmallShop.Folder))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("\"price\": 12.5", "\"prize\": 12.5", "products.json", "prize")]
    [InlineData("\"price\": 12.5", "\"price\": \"cheap\"", "products.json", "wrong kind")]
    [InlineData("\"id\": 21", "\"id\": 11", "products", "variant id 11")]
    [InlineData("\"Size\": \"S\"", "\"Size\": \"XXL\"", "products.json", "Size")]
    [InlineData("\"createdAt\": \"-100d\"", "\"createdAt\": \"yesterday\"", "products.json", "yesterday")]
    [InlineData("\"129.90\"", "90", "products.json", "sale")]
    public void A_wrong_product_is_named_with_its_file_and_its_place(string right, string wrong, string file, string said)
    {
        var path = Path.Combine(_folder, "products.json");
        var text = File.ReadAllText(path);
        Assert.Contains(right, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(right, wrong, StringComparison.Ordinal));
        var refused = Assert.Throws<StoreFolderException>(Load);
        Assert.Equal(file, refused.File);
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_of_a_variant_that_does_not_exist_is_refused()
    {
        var path = Path.Combine(_folder, "orders.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"variantId\": 21", "\"variantId\": 999", StringComparison.Ordinal));
        Assert.Equal("[0].lineItems[1].variantId", Assert.Throws<StoreFolderException>(Load).Place);
    }

    [Theory]
    [InlineData("-3d", "2026-11-17T12:00:00Z")]
    [InlineData("+2d", "2026-11-22T12:00:00Z")]
    [InlineData("-1d6h", "2026-11-19T06:00:00Z")]
    [InlineData("-2w", "2026-11-06T12:00:00Z")]
    [InlineData("2026-01-02", "2026-01-02T00:00:00Z")]
    public void A_date_is_a_moment_or_counts_from_the_base_date(string written, string meant) =>
        Assert.Equal(DateTimeOffset.Parse(meant, System.Globalization.CultureInfo.InvariantCulture), RelativeDate.Resolve(written, SmallShop.Start));

    [Fact]
    public void A_restart_within_a_week_keeps_the_base_date_and_a_later_one_moves_it()
    {
        var state = Path.Combine(_folder, "state");
        Assert.Equal(SmallShop.Start, BaseDate.For(state, SmallShop.Start));
        Assert.Equal(SmallShop.Start, BaseDate.For(state, SmallShop.Start.AddDays(6)));
        Assert.Equal(SmallShop.Start.AddDays(8), BaseDate.For(state, SmallShop.Start.AddDays(8)));
    }

    private void Load() => new StoreFolder(_folder, SmallShop.Start, SmallShop.Start).Load();
}
