using Reva.Sandbox.Tau;
using Reva.Testing.Data;

namespace Reva.Evaluations.Stores;

/// <summary>The retail back office of a public benchmark as a store; nothing is started where its data is not on this machine.</summary>
public sealed class TauStore : EvaluatedStore
{
    /// <summary>The data set's name.</summary>
    public const string Part = "tau-retail";

    private string? _folder;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }

    private protected override Task<string?> FolderAsync()
    {
        if (SharedData.Root is null || !Directory.Exists(Path.Combine(SharedData.Root, Part)))
            return Task.FromResult<string?>(null);
        _folder = Directory.CreateTempSubdirectory("tau").FullName;
        TauConversion.Convert(SharedData.Find(Part), _folder);
        return Task.FromResult<string?>(_folder);
    }
}
