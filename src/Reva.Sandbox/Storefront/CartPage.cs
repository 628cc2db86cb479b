namespace Reva.Sandbox.Storefront;

/// <summary>What the shopper put in the cart; it lives in the browser.</summary>
internal static class CartPage
{
    public static IResult Show(Visit visit) => Layout.Page(visit, "Cart", Html.Of($"""
        <div class="wrap narrow"><h1>Your cart</h1>
        <ul class="cart" data-cart></ul>
        <p data-cart-empty>Nothing in it yet. <a href="/collections">Look around</a>, or ask for what you need.</p>
        <p class="quiet">This is a demonstration shop: it takes no orders and no money.</p></div>
        """));
}
