using Reva.Testing.Server;

namespace Reva.Server.Tests;

/// <summary>One running Reva for all tests of its surface: starting one takes seconds.</summary>
[CollectionDefinition(Name)]
public sealed class RevaCollection : ICollectionFixture<ServerFixture>
{
    public const string Name = "Reva";
}
