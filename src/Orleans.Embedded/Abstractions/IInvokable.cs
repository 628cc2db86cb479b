namespace Orleans.Serialization.Invocation;

/// <summary>A request as a decision about interleaving sees it.</summary>
public interface IInvokable
{
    /// <summary>How many arguments it has.</summary>
    int GetArgumentCount();

    /// <summary>One argument.</summary>
    object? GetArgument(int index);

    /// <summary>The interface method's name.</summary>
    string GetMethodName();
}
