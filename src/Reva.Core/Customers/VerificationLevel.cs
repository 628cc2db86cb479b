namespace Reva.Core.Customers;

/// <summary>How well a conversation knows whom it speaks with; each level includes the ones before it.</summary>
public enum VerificationLevel
{
    /// <summary>Nothing is proved: products, pages and policies only.</summary>
    None,
    /// <summary>Name and postcode fit one customer: where orders are, without addresses.</summary>
    NameAndPostcode,
    /// <summary>An order number and the e-mail address it was placed with.</summary>
    OrderAndEmail,
    /// <summary>A code that was sent to the e-mail address, or the shop's own signed-in customer.</summary>
    Account,
}
