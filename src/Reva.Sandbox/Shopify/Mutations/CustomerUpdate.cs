using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>customerUpdate</c></summary>
internal static class CustomerUpdate
{
    private static readonly InputType Input = new(
        "CustomerInput", new("id", Scalars.Id.Nullable), InputTypes.Text("firstName"), InputTypes.Text("lastName"), InputTypes.Text("email"), InputTypes.Text("phone"),
        InputTypes.Text("note"), InputTypes.Text("locale"), new("tags", Scalars.String.List));

    public static readonly Field Field = Payload.Field("customerUpdate", CustomerMade.Payload("CustomerUpdatePayload"), Run, new Argument("input", Input.Required));

    private static object Run(Change change)
    {
        var input = change.Arguments.Object("input")!;
        if (!input.HasValue("id") || change.Store.Customers.Find(input.Id("id", "Customer")) is not { } customer)
            throw Refusal.NotFound("Customer", "id");
        var email = input.Text("email") ?? customer.Email;
        if (!email.Contains('@', StringComparison.Ordinal))
            throw Refusal.Invalid("Email is invalid", "email");
        if (change.Store.Customers.ByEmail(email) is { } other && other.Id != customer.Id)
            throw Refusal.Coded("TAKEN", "Email has already been taken", "email");
        change.Store.Customers.Put(customer with
        {
            Email = email,
            FirstName = input.Has("firstName") ? input.Text("firstName") ?? "" : customer.FirstName,
            LastName = input.Has("lastName") ? input.Text("lastName") ?? "" : customer.LastName,
            Phone = input.Has("phone") ? input.Text("phone") : customer.Phone,
            Note = input.Has("note") ? input.Text("note") : customer.Note,
            Locale = input.Text("locale") ?? customer.Locale,
            Tags = input.Has("tags") ? input.Texts("tags") : customer.Tags,
            UpdatedAt = change.Now,
        });
        return new CustomerMade(customer.Id);
    }
}
