namespace Reva.Replay.State;

// What the sandbox tells of its store, as far as it is compared.

internal sealed record AddressRow(string? Address1, string? Address2, string? City, string? Province, string? ProvinceCode, string? Country, string? Zip);

internal sealed record MethodRow(string Id, string Kind, string? Brand, string? LastDigits, decimal? Balance);

internal sealed record CustomerRow(long Id, string[] Tags, AddressRow[] Addresses, MethodRow[] PaymentMethods);

internal sealed record LineRow(string Sku, int Ordered);

internal sealed record ParcelRow(string Status, string? DisplayStatus);

internal sealed record ReturnLineRow(string Sku, int Quantity);

internal sealed record ReturnRow(ReturnLineRow[] Lines, ReturnLineRow[] Exchanges);

internal sealed record TransactionRow(string Kind, string Status, string? PaymentMethodId, decimal Amount);

internal sealed record SettlementRow(string Kind, string PaymentMethodId, decimal Amount);

internal sealed record OrderRow(
    string Name, DateTimeOffset? CancelledAt, string? StaffNote, bool Edited, AddressRow? ShippingAddress, LineRow[] LineItems, ParcelRow[] Fulfillments, ReturnRow[] Returns,
    TransactionRow[] Transactions, SettlementRow[] Settlements);
