using Reva.Replay.Data;

namespace Reva.Replay.Tests;

public sealed class CommandTests
{
    [Fact]
    public void The_command_needs_data_tasks_and_a_place_for_the_ends()
    {
        Assert.Equal(new ReplayArguments("d", "t", "o", null), ReplayArguments.Parse(["--data", "d", "--out", "o", "--tasks", "t"]));
        Assert.Equal("e", ReplayArguments.Parse(["--data", "d", "--tasks", "t", "--out", "o", "--expected", "e"])!.Expected);
        Assert.All<string[]>([[], ["--data", "d", "--tasks", "t"], ["--data", "d", "--tasks", "t", "--out"], ["--data", "d", "--tasks", "t", "--out", "o", "--fast", "1"]], a => Assert.Null(ReplayArguments.Parse(a)));
    }

    [Fact]
    public void A_file_that_holds_no_tasks_is_refused_in_words()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "tasks.json");
        File.WriteAllText(file, """{"tasks":[]}""");
        Assert.Contains("no list of tasks", Assert.Throws<ReplayInputException>(() => ReplayTask.Read(file)).Message);
        File.WriteAllText(file, """[7]""");
        Assert.Contains("Task 0", Assert.Throws<ReplayInputException>(() => ReplayTask.Read(file)).Message);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public async Task A_directory_without_the_data_is_refused_in_words()
    {
        var empty = Directory.CreateTempSubdirectory();
        var refusal = await Assert.ThrowsAsync<ReplayInputException>(() => Replayed.RunAsync(empty.FullName, []));
        Assert.Contains("products.json is missing", refusal.Message);
        empty.Delete();
    }

    [Fact]
    public void Tasks_are_numbered_by_their_place_unless_they_say_otherwise()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, """[{"user_id":"a","actions":[{"name":"think","arguments":{"thought":"x"}}]},{"task":7,"user_id":"b"},{"user_id":"c","actions":["odd"]}]""");
        var tasks = ReplayTask.Read(file);
        Assert.Equal([0, 7, 2], tasks.Select(t => t.Number));
        Assert.Equal("x", tasks[0].Calls[0].Arguments.GetProperty("thought").GetString());
        Assert.Equal("", tasks[2].Calls[0].Name);
        File.Delete(file);
    }
}
