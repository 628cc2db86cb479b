namespace Reva.Core.Customers;

/// <summary>A customer as the shop's platform keeps them.</summary>
/// <param name="Id">The platform's id; never shown.</param>
/// <param name="Email">Their e-mail address.</param>
/// <param name="FirstName">First name, if known.</param>
/// <param name="LastName">Last name, if known.</param>
/// <param name="Address">Their own address, if they have stored one.</param>
public sealed record Customer(string Id, string Email, string? FirstName, string? LastName, PostalAddress? Address);
