using Reva.Agent.Identification;
using Reva.Agent.Turns;
using Reva.Core.Conversations;
using Reva.Core.Customers;

namespace Reva.Agent.Tests.Identification;

public class NameProofTests
{
    private readonly ProofShop _shop = new();

    [Theory]
    [InlineData("my name is Noah Brown, zip 80279")]
    [InlineData("My name is noah brown and my zip code is 80279. Where is my order?")]
    [InlineData("name: Noah Brown, postcode: 80279")]
    [InlineData("It's under the name Noah Brown, zip code 80279")]
    public async Task A_name_and_its_postcode_tell_who_it_is(string text)
    {
        Assert.NotNull(await _shop.SayAsync(text));
        Assert.Equal(VerificationLevel.NameAndPostcode, _shop.Level);
        Assert.Equal("noah@example.com", _shop.Memory.Identity.Email);
        Assert.Equal("c1", _shop.Memory.Identity.CustomerId);
    }

    [Fact]
    public async Task They_may_come_in_several_messages_and_the_wish_goes_on()
    {
        _shop.Wait(PendingKind.OrderIdentity, Intent.OrderStatus);
        Assert.Contains("ostcode", (await _shop.SayAsync("I don't have it. My name is Noah Brown"))!.Reply.Text, StringComparison.Ordinal);
        Assert.Equal(Intent.OrderStatus, (await _shop.SayAsync("80279"))!.Wish);
        Assert.Equal(VerificationLevel.NameAndPostcode, _shop.Level);
    }

    [Fact]
    public async Task Bare_words_count_where_a_proof_is_asked_for()
    {
        _shop.Wait(PendingKind.OrderIdentity, Intent.OrderStatus);
        Assert.Equal(Intent.OrderStatus, (await _shop.SayAsync("Noah Brown, 80279"))!.Wish);
    }

    [Theory]
    [InlineData("1001")]
    [InlineData("#1001 noah@example.com")]
    [InlineData("the Alder Rain Jacket")]
    [InlineData("Alder Rain Jacket 1001")]
    [InlineData("I don't know")]
    public async Task An_answer_that_is_no_name_is_left_alone(string text)
    {
        _shop.Wait(PendingKind.OrderIdentity, Intent.ReturnRequest);
        Assert.Null(await _shop.SayAsync(text));
    }

    [Theory]
    [InlineData("My name is Noah Brown")]
    [InlineData("do you ship to 80279?")]
    [InlineData("I'm looking for a jacket, zip 80279")]
    public async Task Out_of_the_blue_half_of_it_is_no_proof(string text) => Assert.Null(await _shop.SayAsync(text));

    [Fact]
    public async Task A_wrong_postcode_and_an_unknown_name_sound_alike_and_the_third_locks()
    {
        var stranger = new ProofShop();
        for (var i = 0; i < IdentityCheck.MostTries; i++)
            Assert.Equal((await _shop.SayAsync("my name is Noah Brown, zip 11111"))!.Reply.Text, (await stranger.SayAsync("my name is Nemo Nobody, zip 80279"))!.Reply.Text);
        Assert.Contains("paused", (await _shop.SayAsync("my name is Noah Brown, zip 80279"))!.Reply.Text, StringComparison.Ordinal);
        Assert.Equal(VerificationLevel.None, _shop.Level);
        _shop.Now += IdentityCheck.LockTime;
        await _shop.SayAsync("my name is Noah Brown, zip 80279");
        Assert.Equal(VerificationLevel.NameAndPostcode, _shop.Level);
    }

    [Fact]
    public async Task Guesses_at_a_name_are_counted_over_all_conversations()
    {
        _shop.MostFailures = 2;
        for (var i = 0; i < 2; i++)
        {
            _shop.Memory = new ConversationMemory();
            await _shop.TryNameAsync("Noah", "Brown", "1000" + i);
        }
        _shop.Memory = new ConversationMemory();
        Assert.Equal(IdentityResult.Paused, (await _shop.TryNameAsync("Noah", "Brown", "80279")).Result);
    }
}
