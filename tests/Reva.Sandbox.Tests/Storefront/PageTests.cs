using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Reva.Sandbox.Tests.Storefront;

[Collection(DemoShopPages.Name)]
public sealed partial class PageTests(DemoShop shop)
{
    [Fact]
    public async Task Every_product_page_shows_its_name_its_prices_and_which_product_the_widget_is_on()
    {
        foreach (var product in shop.Store.Products.All)
        {
            var page = await shop.Http.GetStringAsync($"/products/{product.Handle}");
            Assert.Contains($"<h1>{HtmlEncoder.Default.Encode(product.Title)}</h1>", page, StringComparison.Ordinal);
            Assert.All(product.Variants, v => Assert.Contains($"${v.Price:#,0.##}", page, StringComparison.Ordinal));
            Assert.Contains($"data-product=\"{product.Handle}\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_link_and_picture_within_the_shop_leads_somewhere()
    {
        var waiting = new Queue<string>(["/"]);
        var seen = new HashSet<string>(["/"]);
        while (waiting.TryDequeue(out var address))
        {
            using var answer = await shop.Http.GetAsync(address);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            foreach (Match link in Links().Matches(await answer.Content.ReadAsStringAsync()))
            {
                if (seen.Add(WebUtility.HtmlDecode(link.Groups[1].Value)))
                    waiting.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value));
            }
        }
        Assert.All(shop.Store.Products.All, p => Assert.Contains($"/products/{p.Handle}", seen));
        Assert.All(shop.Store.Pages.All, p => Assert.Contains($"/pages/{p.Handle}", seen));
    }

    [Fact]
    public void Every_picture_is_well_formed_and_belongs_to_what_shows_it()
    {
        var wanted = shop.Store.Products.All.SelectMany(p => p.Images.Concat(p.Variants.Select(v => v.Image).OfType<string>())).Distinct().ToList();
        Assert.All(wanted, path => Assert.Equal("svg", XDocument.Load(Path.Combine(shop.Store.Directory, path)).Root!.Name.LocalName));
        Assert.All(shop.Store.Products.All, p => Assert.NotEmpty(p.Images));
    }

    [Theory]
    [InlineData("/products/no-such-thing")]
    [InlineData("/collections/no-such-thing")]
    [InlineData("/pages/no-such-thing")]
    [InlineData("/policies/no-such-thing")]
    public async Task An_address_that_leads_nowhere_says_so_politely(string address)
    {
        using var answer = await shop.Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("We looked everywhere", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_for_markup_shows_it_as_text()
    {
        var page = await shop.Http.GetStringAsync("/search?q=%3Cscript%3Ealert(1)%3C/script%3E");
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Through_Revas_own_door_the_widget_comes_from_the_same_root()
    {
        Assert.Contains("src=\"http://localhost:5080/widget/loader.js\"", await shop.Http.GetStringAsync("/plain"), StringComparison.Ordinal);
        using var forwarded = new HttpRequestMessage(HttpMethod.Get, "/plain");
        forwarded.Headers.Add("X-Forwarded-Host", "localhost:5080");
        using var answer = await shop.Http.SendAsync(forwarded);
        Assert.Contains("src=\"/widget/loader.js\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // The widget's own files are Reva's to serve.
    [GeneratedRegex("(?:href|src)=\"(/(?!widget/)[^\"#]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Links();
}
