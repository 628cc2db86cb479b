using Reva.Agent.Identification;
using Reva.Agent.Turns;
using Reva.Core.Conversations;
using Reva.Core.Customers;

namespace Reva.Agent.Tests.Identification;

public class CodeProofTests
{
    private readonly ProofShop _shop = new();

    [Fact]
    public async Task The_code_from_the_mail_opens_the_account_once()
    {
        await _shop.SendCodeAsync("Noah@Example.com");
        var code = _shop.LastCode;

        Assert.Equal("noah@example.com", Assert.Single(_shop.Mails).To);
        Assert.Equal(IdentityResult.Proved, (await _shop.EnterAsync(code)).Result);
        Assert.Equal(VerificationLevel.Account, _shop.Level);
        Assert.Equal("c1", _shop.Memory.Identity.CustomerId);
        Assert.Equal(IdentityResult.NoMatch, (await _shop.EnterAsync(code)).Result);
    }

    [Fact]
    public async Task The_code_is_kept_nowhere_but_in_the_mail()
    {
        await _shop.SendCodeAsync("noah@example.com");
        Assert.DoesNotContain(_shop.LastCode, System.Text.Json.JsonSerializer.Serialize(_shop.Memory), StringComparison.Ordinal);
        Assert.DoesNotContain(_shop.LastCode, _shop.Mails[0].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_entries_make_the_code_void_and_lock()
    {
        await _shop.SendCodeAsync("noah@example.com");
        var code = _shop.LastCode;
        for (var i = 1; i < CodeProof.MostTries; i++)
            Assert.Equal(CodeProof.MostTries - i, (await _shop.EnterAsync(ProofShop.WrongFor(code))).TriesLeft);

        Assert.Equal(IdentityResult.LockedNow, (await _shop.EnterAsync(ProofShop.WrongFor(code))).Result);
        Assert.Equal(IdentityResult.Locked, (await _shop.EnterAsync(code)).Result);
        Assert.Equal(CodeSendingResult.Paused, (await _shop.SendCodeAsync("noah@example.com")).Result);
        Assert.Equal(IdentityResult.Locked, (await _shop.TryNameAsync("Noah", "Brown", "80279")).Result);
        Assert.Equal(IdentityResult.Locked, (await _shop.TryPairAsync("#1001", "noah@example.com")).Result);
        _shop.Now += IdentityCheck.LockTime;
        Assert.Equal(IdentityResult.NoMatch, (await _shop.EnterAsync(code)).Result);
        Assert.Equal(VerificationLevel.None, _shop.Level);
    }

    [Fact]
    public async Task A_code_runs_out_after_ten_minutes()
    {
        await _shop.SendCodeAsync("noah@example.com");
        _shop.Now += CodeProof.CodeTime;
        Assert.Equal(IdentityResult.Expired, (await _shop.EnterAsync(_shop.LastCode)).Result);
        Assert.Equal(VerificationLevel.None, _shop.Level);
    }

    [Fact]
    public async Task A_new_code_is_to_be_had_once_a_minute_and_ends_the_one_before()
    {
        await _shop.SendCodeAsync("noah@example.com");
        var first = _shop.LastCode;
        Assert.Equal(CodeSendingResult.TooSoon, (await _shop.SendCodeAsync("noah@example.com")).Result);
        Assert.Equal(CodeSendingResult.TooSoon, (await _shop.SendCodeAsync("ada@example.com")).Result);
        _shop.Now += CodeProof.Between;
        await _shop.SendCodeAsync("noah@example.com");

        if (first != _shop.LastCode)
            Assert.Equal(IdentityResult.NoMatch, (await _shop.EnterAsync(first)).Result);
        Assert.Equal(IdentityResult.Proved, (await _shop.EnterAsync(_shop.LastCode)).Result);
    }

    [Fact]
    public async Task A_code_opens_only_the_account_of_the_address_it_went_to()
    {
        await _shop.SendCodeAsync("noah@example.com");
        var forNoah = _shop.LastCode;
        _shop.Now += CodeProof.Between;
        await _shop.SendCodeAsync("ada@example.com");
        if (forNoah != _shop.LastCode)
            Assert.Equal(IdentityResult.NoMatch, (await _shop.EnterAsync(forNoah)).Result);
        await _shop.EnterAsync(_shop.LastCode);
        Assert.Equal("ada@example.com", _shop.Memory.Identity.Email);
    }

    [Fact]
    public async Task Whether_an_address_is_a_customers_shows_nowhere()
    {
        var stranger = new ProofShop();
        string[] talk = ["send me a code", "noah@example.com", "000000", "send a new code"];
        foreach (var words in talk)
        {
            var known = await _shop.SayAsync(words);
            var unknown = await stranger.SayAsync(words.Replace("noah", "nobody", StringComparison.Ordinal));
            Assert.Equal(known!.Reply.Text.Replace("noah", "nobody", StringComparison.Ordinal), unknown!.Reply.Text);
        }
        Assert.Single(_shop.Mails);
        Assert.Empty(stranger.Mails);
    }

    [Fact]
    public async Task No_entry_fits_an_address_that_is_nobodys()
    {
        await _shop.SendCodeAsync("nobody@example.com");
        Assert.Equal("", _shop.Memory.Identity.Code!.Hash);
        Assert.Equal(IdentityResult.NoMatch, (await _shop.EnterAsync("000000")).Result);
    }

    [Fact]
    public async Task Asking_for_codes_over_and_over_ends_whatever_conversation_it_is_in()
    {
        _shop.MostFailures = 3;
        for (var i = 0; i < 3; i++)
        {
            _shop.Memory = new ConversationMemory();
            await _shop.SendCodeAsync("noah@example.com");
        }
        _shop.Memory = new ConversationMemory();
        Assert.Equal(CodeSendingResult.Paused, (await _shop.SendCodeAsync("noah@example.com")).Result);
        Assert.Equal(3, _shop.Mails.Count);
    }

    [Fact]
    public async Task The_wish_that_waited_goes_on_after_the_code()
    {
        _shop.Memory = _shop.Memory with
        {
            Identity = new Identity { Email = "noah@example.com", Level = VerificationLevel.OrderAndEmail, Until = _shop.Now.AddHours(1) },
            Pending = new PendingQuestion(PendingKind.OfferCode, null, null, Intent.AddressChange, "change my account address to 5 Main St"),
        };

        Assert.Contains("on its way", (await _shop.SayAsync("yes please"))!.Reply.Text, StringComparison.Ordinal);
        Assert.Contains("isn't right", (await _shop.SayAsync($"it says {ProofShop.WrongFor(_shop.LastCode)}"))!.Reply.Text, StringComparison.Ordinal);
        var answer = await _shop.SayAsync($"{_shop.LastCode[..3]} {_shop.LastCode[3..]}");

        Assert.Equal(Intent.AddressChange, answer!.Wish);
        Assert.Equal("change my account address to 5 Main St", answer.Text);
        Assert.Equal(VerificationLevel.Account, _shop.Level);
    }

    [Fact]
    public async Task A_shop_that_is_away_sends_nothing_and_says_so()
    {
        _shop.IsAway = true;
        await _shop.SayAsync("please send me a code");
        var answer = await _shop.SayAsync("noah@example.com");
        Assert.Contains("order system", answer!.Reply.Text, StringComparison.Ordinal);
        Assert.Null(_shop.Memory.Identity.Code);
    }

    [Theory]
    [InlineData("do you have a discount code?")]
    [InlineData("send me a promo code please")]
    [InlineData("where is my order?")]
    [InlineData("the code on the gift card is 123456")]
    [InlineData("#123456")]
    public async Task What_is_no_code_for_proving_is_left_alone(string text) => Assert.Null(await _shop.SayAsync(text));
}
