using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>Work that ends later.</summary>
internal static class JobTypes
{
    public static readonly ObjectType<Job> Job = new ObjectType<Job>("Job")
        .Add("id", Scalars.Id.Required, j => $"gid://shopify/Job/{j.Id}")
        .Add("done", Scalars.Boolean.Required, j => j.Done);

    /// <summary>The job as it stands now.</summary>
    public static Job? Find(ShopServices services, string id) => services.Store.Activity.Jobs.Find(j => j.Id == id[(id.LastIndexOf('/') + 1)..]);
}
