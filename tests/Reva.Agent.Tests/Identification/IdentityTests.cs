using Reva.Agent.Identification;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Customers;

namespace Reva.Agent.Tests.Identification;

public class IdentityTests
{
    private readonly ProofShop _shop = new();

    [Fact]
    public async Task A_proof_runs_out()
    {
        await _shop.TryPairAsync("1001", "noah@example.com");
        Assert.Equal(VerificationLevel.OrderAndEmail, _shop.Level);
        _shop.Now += IdentityCheck.ProofTime;
        Assert.Equal(VerificationLevel.None, _shop.Level);
    }

    [Fact]
    public async Task A_weaker_proof_neither_lowers_nor_prolongs_a_stronger_one()
    {
        await _shop.SendCodeAsync("noah@example.com");
        await _shop.EnterAsync(_shop.LastCode);
        var until = _shop.Memory.Identity.Until;
        _shop.Now += TimeSpan.FromHours(1);
        await _shop.TryPairAsync("1001", "noah@example.com");
        Assert.Equal(VerificationLevel.Account, _shop.Level);
        Assert.Equal(until, _shop.Memory.Identity.Until);
        _shop.Now += TimeSpan.FromHours(1);
        await _shop.TryPairAsync("1001", "noah@example.com");
        Assert.Equal(VerificationLevel.OrderAndEmail, _shop.Level);
    }

    [Fact]
    public async Task Another_customers_proof_takes_the_place_of_the_first()
    {
        await _shop.SendCodeAsync("noah@example.com");
        await _shop.EnterAsync(_shop.LastCode);
        await _shop.TryPairAsync("1002", "ada@example.com");
        Assert.Equal("ada@example.com", _shop.Memory.Identity.Email);
        Assert.Equal(VerificationLevel.OrderAndEmail, _shop.Level);
        Assert.Equal("#1002", Assert.Single(_shop.Memory.Identity.OrderNumbers));
        Assert.Equal("#1002", _shop.Memory.FocusOrderNumber);
    }

    [Fact]
    public async Task Who_is_signed_in_is_known_from_the_start_and_nobody_else_can_be_proved()
    {
        _shop.Memory = _shop.Memory with { SignedIn = new SignedInCustomer("noah@example.com", "c1", _shop.Now.AddHours(1)) };
        Assert.Equal(VerificationLevel.Account, _shop.Level);
        Assert.Equal("noah@example.com", _shop.Turn().VerifiedEmail);

        Assert.Equal(IdentityResult.OtherCustomer, (await _shop.TryPairAsync("1002", "ada@example.com")).Result);
        Assert.Equal(IdentityResult.OtherCustomer, (await _shop.TryPairAsync("1002", "nobody@example.com")).Result);
        Assert.Equal(CodeSendingResult.OtherCustomer, (await _shop.SendCodeAsync("ada@example.com")).Result);
        Assert.Equal(IdentityResult.NoMatch, (await _shop.TryNameAsync("Ada", "Finch", "SW1A 1AA")).Result);
        Assert.Equal("noah@example.com", _shop.Turn().VerifiedEmail);
        _shop.Now += TimeSpan.FromHours(1);
        Assert.Equal(VerificationLevel.None, _shop.Level);
    }

    [Fact]
    public async Task A_sign_in_closes_what_was_proved_of_another()
    {
        await _shop.TryPairAsync("1002", "ada@example.com");
        _shop.Memory = _shop.Memory with { SignedIn = new SignedInCustomer("noah@example.com", null, _shop.Now.AddHours(1)) };
        var turn = _shop.Turn();
        Assert.Equal("noah@example.com", turn.VerifiedEmail);
        Assert.Empty(turn.Memory.Identity.OrderNumbers);
        Assert.Null(turn.Memory.FocusOrderNumber);
        Assert.Null(turn.Memory.Identity.CustomerId);
    }

    [Fact]
    public async Task Name_and_postcode_open_where_an_order_is_but_no_sums()
    {
        await _shop.TryNameAsync("Noah", "Brown", "80279");
        var order = (await _shop.OfCustomerAsync("s", "noah@example.com", 1, default))[0];
        Assert.Null(OrderView.Of(order, _shop.Turn()).Total);
        await _shop.TryPairAsync("1001", "noah@example.com");
        Assert.Equal("$40.00", OrderView.Of(order, _shop.Turn()).Total);
    }

    [Fact]
    public async Task A_model_cannot_prove_with_words_that_the_shopper_never_wrote()
    {
        var turn = _shop.Turn("who am I? I live at 80279");
        var made = System.Text.Json.JsonSerializer.SerializeToElement(new { first_name = "Noah", last_name = "Brown", postcode = "80279" });
        Assert.False((await new VerifyCustomer(_shop.Names).InvokeAsync(made, turn, default)).Ok);
        Assert.Equal(VerificationLevel.None, turn.Level);
        Assert.False((await new SendCode(_shop.Codes).InvokeAsync(System.Text.Json.JsonSerializer.SerializeToElement(new { email = "noah@example.com" }), turn, default)).Ok);
        Assert.Empty(_shop.Mails);

        var own = _shop.Turn("Noah Brown here, I live at 80279, mail noah@example.com");
        Assert.True((await new VerifyCustomer(_shop.Names).InvokeAsync(made, own, default)).Ok);
        Assert.Equal(VerificationLevel.NameAndPostcode, own.Level);
        Assert.True((await new SendCode(_shop.Codes).InvokeAsync(System.Text.Json.JsonSerializer.SerializeToElement(new { email = "noah@example.com" }), own, default)).Ok);
        Assert.Equal(PendingKind.Code, own.Memory.Pending!.Kind);
    }

    [Fact]
    public async Task An_order_and_its_address_prove_more_than_a_name()
    {
        await _shop.TryNameAsync("Noah", "Brown", "80279");
        var turn = _shop.Turn("it is #1001 and noah@example.com");
        await new GetOrder(_shop, _shop.Pairs).UseAsync(new GetOrderArguments("#1001", "noah@example.com"), turn, default);
        Assert.Equal(VerificationLevel.OrderAndEmail, turn.Level);
    }
}
