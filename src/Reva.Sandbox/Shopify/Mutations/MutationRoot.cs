using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Schema;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary>Everything that can be done, on one screen.</summary>
internal static class MutationRoot
{
    public static readonly ObjectType<ShopServices> Type = new ObjectType<ShopServices>("Mutation")
        .Add(OrderCancel.Field)
        .Add(OrderUpdate.Field)
        .Add(OrderMarkAsPaid.Field)
        .Add(OrderInvoiceSend.Field)
        .Add(OrderEditBegin.Field)
        .Add(OrderEditAddVariant.Field)
        .Add(OrderEditSetQuantity.Field)
        .Add(OrderEditAddLineItemDiscount.Field)
        .Add(OrderEditCommit.Field)
        .Add(RefundCreate.Field)
        .Add(ReturnCreate.Field)
        .Add(ReturnRequest.Field)
        .Add(ReturnApproveRequest.Field)
        .Add(ReturnDeclineRequest.Field)
        .Add(ReturnCancel.Field)
        .Add(ReturnClose.Field)
        .Add(ReturnProcess.Field)
        .Add(ReverseDeliveryCreateWithShipping.Field)
        .Add(CustomerUpdate.Field)
        .Add(CustomerAddressCreate.Field)
        .Add(CustomerAddressUpdate.Field)
        .Add(CustomerUpdateDefaultAddress.Field)
        .Add(TagsAdd.Field)
        .Add(DiscountCodeBasicCreate.Field);
}
