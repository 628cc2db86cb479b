using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

internal sealed record MoneyAmount(decimal Amount, string Currency);

internal sealed record Picture(long Id, string Url, string Alt);

internal sealed record PriceRange(MoneyAmount Min, MoneyAmount Max);

/// <summary>Small types that several nouns use.</summary>
internal static class CommonTypes
{
    public static readonly Argument First = new("first", Scalars.Int.Nullable);

    public static readonly ObjectType<MoneyAmount> Money = new ObjectType<MoneyAmount>("MoneyV2")
        .Add("amount", Scalars.Decimal.Required, m => m.Amount)
        .Add("currencyCode", new EnumType("CurrencyCode").Required, m => m.Currency);

    public static readonly ObjectType<MoneyAmount> MoneyBag = new ObjectType<MoneyAmount>("MoneyBag")
        .Add("shopMoney", Money.Required, m => m)
        .Add("presentmentMoney", Money.Required, m => m);

    public static readonly ObjectType<Picture> Image = new ObjectType<Picture>("Image")
        .Add("id", Scalars.Id.Nullable, p => Gid.Of("ImageSource", p.Id))
        .Add("url", Scalars.Url.Required, p => p.Url)
        .Add("altText", Scalars.String.Nullable, p => p.Alt)
        .Add("width", Scalars.Int.Nullable, _ => 800)
        .Add("height", Scalars.Int.Nullable, _ => 800);

    public static readonly ObjectType<int[]> Count = new ObjectType<int[]>("Count")
        .Add("count", Scalars.Int.Required, c => c[0])
        .Add("precision", new EnumType("CountPrecision", "EXACT", "AT_LEAST").Required, _ => "EXACT");

    public static readonly ObjectType<Metafield> MetafieldType = new ObjectType<Metafield>("Metafield")
        .Implements("Node")
        .Add("id", Scalars.Id.Required, m => Gid.Of("Metafield", m.Id))
        .Add("namespace", Scalars.String.Required, m => m.Namespace)
        .Add("key", Scalars.String.Required, m => m.Key)
        .Add("type", Scalars.String.Required, m => m.Type)
        .Add("value", Scalars.String.Required, m => m.Value)
        .Add("jsonValue", Scalars.String.Required, m => m.Value);

    public static readonly ObjectType<Page<Metafield>> MetafieldConnection = Connection.TypeOf<Metafield>(MetafieldType);

    public static readonly ObjectType<Address> MailingAddress = new ObjectType<Address>("MailingAddress")
        .Implements("Node")
        .Add("id", Scalars.Id.Required, a => Gid.Of("MailingAddress", a.Id))
        .Add("name", Scalars.String.Nullable, a => a.Name)
        .Add("firstName", Scalars.String.Nullable, a => a.FirstName)
        .Add("lastName", Scalars.String.Nullable, a => a.LastName)
        .Add("company", Scalars.String.Nullable, a => a.Company)
        .Add("address1", Scalars.String.Nullable, a => a.Address1)
        .Add("address2", Scalars.String.Nullable, a => a.Address2)
        .Add("city", Scalars.String.Nullable, a => a.City)
        .Add("province", Scalars.String.Nullable, a => a.Province)
        .Add("provinceCode", Scalars.String.Nullable, a => a.ProvinceCode)
        .Add("country", Scalars.String.Nullable, a => a.Country)
        .Add("countryCodeV2", new EnumType("CountryCode").Nullable, a => a.CountryCode)
        .Add("zip", Scalars.String.Nullable, a => a.Zip)
        .Add("phone", Scalars.String.Nullable, a => a.Phone)
        .Add("formatted", Scalars.String.RequiredList, a => Lines(a));

    /// <summary><c>metafield(namespace, key)</c> and <c>metafields(first, namespace, keys)</c>.</summary>
    public static ObjectType<T> WithMetafields<T>(this ObjectType<T> type, Func<T, FieldCall, IReadOnlyList<Metafield>> of)
        where T : notnull => type
        .Add("metafield", MetafieldType.Nullable, [new("namespace", Scalars.String.Nullable), new("key", Scalars.String.Required)], (row, call) =>
            of(row, call).FirstOrDefault(m => m.Key == call.Get<string>("key") && m.Namespace == (call.Get<string>("namespace") ?? m.Namespace)))
        .Add(Connection.Field<T, Metafield>("metafields", MetafieldConnection,
            (row, call) => Rows<Metafield>.InOrder(of(row, call).Where(m => m.Namespace == (call.Get<string>("namespace") ?? m.Namespace) && IsAsked(m, call))),
            new Argument("namespace", Scalars.String.Nullable), new Argument("keys", Scalars.String.List)));

    /// <summary>A plain list with Shopify's optional <c>first</c>.</summary>
    public static IEnumerable<T> Top<T>(this IEnumerable<T> rows, FieldCall call) =>
        call.Get<object>("first") is long first ? rows.Take((int)first) : rows;

    private static bool IsAsked(Metafield field, FieldCall call) =>
        call.Get<List<object?>>("keys") is not { } keys || keys.Contains($"{field.Namespace}.{field.Key}") || keys.Contains(field.Key);

    private static List<string> Lines(Address a) =>
        [.. new[] { a.Name, a.Company, a.Address1, a.Address2, $"{a.City} {a.ProvinceCode ?? a.Province} {a.Zip}".Trim(), a.Country }.OfType<string>().Where(l => l.Length > 0)];
}
