namespace Orleans.Serialization.Invocation;

/// <summary>A request as filters and decisions about interleaving see it.</summary>
public interface IInvokable
{
    /// <summary>How many arguments it has.</summary>
    int GetArgumentCount();

    /// <summary>One argument.</summary>
    object? GetArgument(int index);

    /// <summary>Replaces one argument.</summary>
    void SetArgument(int index, object value);

    /// <summary>The interface method's name.</summary>
    string GetMethodName();
}
