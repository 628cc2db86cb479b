using System.Text.Json.Nodes;
using Reva.Replay.Acting;
using Reva.Replay.Data;
using Reva.Testing.Data;

namespace Reva.Replay.Tests;

public sealed class ReplayTests
{
    [Fact]
    public async Task Every_kind_of_call_leaves_the_store_as_its_back_office_would()
    {
        var ends = await Replayed.RunAsync(Retail.Directory, ReplayTask.Read(Retail.File("tasks.json")));
        var report = new ReplayReport(ends, ExpectedEnds.Read(Retail.File("expected.json")));
        Assert.True(report.IsGood, report.ToText());
        Assert.Equal(19, ends.Count);
    }

    [SharedDataFact("tau-retail")]
    public async Task All_tasks_of_the_public_benchmark_end_as_its_own_tools_leave_them()
    {
        var data = SharedData.Find("tau-retail");
        var ends = await Replayed.RunAsync(data, ReplayTask.Read(Path.Combine(data, "tasks.json")));
        var report = new ReplayReport(ends, ExpectedEnds.Read(Path.Combine(data, "expected.json")));
        Assert.True(report.IsGood, report.ToText());
        var refused = ends.SelectMany(e => e.Calls).Where(c => c.End != CallEnd.Done).ToList();
        Assert.Equal((500, 20), (ends.Count, refused.Count));
        Assert.All(refused, r => Assert.Equal((CallEnd.Refused, "balance"), (r.End, r.Why)));
    }

    [Fact]
    public async Task What_does_not_fit_a_tool_is_told_and_the_rest_of_the_task_goes_on()
    {
        var end = await Retail.ReplayAsync(
            ("burn_the_shop", new { }), ("", new { }),
            ("cancel_pending_order", new { order_id = "#W1000001" }),
            ("cancel_pending_order", new { order_id = 1000001, reason = "no longer needed" }),
            ("return_delivered_order_items", new { order_id = "#W1000002", item_ids = "2000000002", payment_method_id = "paypal_13" }),
            ("return_delivered_order_items", new { order_id = "#W1000002", item_ids = new[] { "2000000002" }, payment_method_id = "original" }),
            ("modify_pending_order_items", new { order_id = "#W1000001", item_ids = new[] { "1000000001" }, new_item_ids = Array.Empty<string>(), payment_method_id = "paypal_13" }),
            ("modify_user_address", new { user_id = "ben_hill_2", address1 = "x", address2 = "", city = "x", state = "TX", country = "USA", zip = "1" }),
            ("cancel_pending_order", new { order_id = "#W1000001", reason = "no longer needed" }));
        Assert.All(end.Calls.SkipLast(1), c => Assert.Equal(CallEnd.Malformed, c.End));
        Assert.Equal(CallEnd.Done, end.Calls[^1].End);
        Assert.Equal(["#W1000001"], end.Orders.Select(o => o.Key));
        Assert.Null(end.Broken);
    }

    [Fact]
    public async Task Another_customers_order_is_not_found_whatever_is_asked_of_it()
    {
        var end = await Retail.ReplayAsync(
            ("get_order_details", new { order_id = "#W1000006" }),
            ("cancel_pending_order", new { order_id = "#W1000006", reason = "no longer needed" }),
            ("modify_pending_order_payment", new { order_id = "#W1000006", payment_method_id = "paypal_13" }),
            ("modify_pending_order_items", new { order_id = "#W1000006", item_ids = new[] { "2000000001" }, new_item_ids = new[] { "2000000002" }, payment_method_id = "paypal_21" }));
        Assert.All(end.Calls, c => Assert.Equal(CallEnd.Refused, c.End));
        Assert.Empty(end.Orders);
        Assert.Empty(end.Users);
    }

    [Fact]
    public async Task What_was_denied_stands_in_the_audit_too()
    {
        var end = await Retail.ReplayAsync(("cancel_pending_order", new { order_id = "#W1000003", reason = "no longer needed" }));
        Assert.Equal((CallEnd.Refused, "already_sent"), (end.Calls[0].End, end.Calls[0].Why!.Split(',')[0]));
        Assert.Equal((1, null), (end.AuditEntries, end.Broken));
    }

    [Fact]
    public async Task A_task_of_nobody_is_told_and_changes_nothing()
    {
        var end = Assert.Single(await Retail.ReplayAsAsync("carl_nobody_3", ("cancel_pending_order", new { order_id = "#W1000001", reason = "no longer needed" })));
        Assert.Contains("carl_nobody_3", end.Problem);
        Assert.Empty(end.Orders);
        Assert.False(new ReplayReport([end], null).IsGood);
    }

    [Fact]
    public async Task A_task_that_ends_otherwise_is_told_with_its_first_difference()
    {
        var end = await Retail.ReplayAsync(("cancel_pending_order", new { order_id = "#W1000001", reason = "no longer needed" }));
        var wanted = end.ToJson();
        Assert.True(new ReplayReport([end], Expecting(wanted)).IsGood);
        wanted["orders"]!["#W1000001"]!["transactions"]![1]!["amount"] = 79.5;
        var report = new ReplayReport([end], Expecting(wanted));
        Assert.False(report.IsGood);
        Assert.Contains("task 0: /orders/#W1000001/transactions/1/amount: expected 79.5, got 80", report.ToText());
        Assert.Contains("nothing is expected of it", new ReplayReport([end], new ExpectedEnds(new Dictionary<int, JsonObject>())).ToText());
    }

    private static ExpectedEnds Expecting(JsonObject end) => new(new Dictionary<int, JsonObject> { [0] = end });
}
