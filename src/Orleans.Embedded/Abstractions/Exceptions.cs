namespace Orleans.Runtime
{
    /// <summary>Base of what the runtime throws.</summary>
    public class OrleansException : Exception
    {
        /// <summary>Without words.</summary>
        public OrleansException() { }

        /// <summary>With words.</summary>
        public OrleansException(string message) : base(message) { }

        /// <summary>With words and cause.</summary>
        public OrleansException(string message, Exception? innerException) : base(message, innerException) { }
    }

    /// <summary>A request was not taken. Only the engine makes it.</summary>
    public class OrleansMessageRejectionException : OrleansException
    {
        internal OrleansMessageRejectionException() { }

        internal OrleansMessageRejectionException(string message) : base(message) { }

        internal OrleansMessageRejectionException(string message, Exception? innerException) : base(message, innerException) { }
    }

    /// <summary>The process that should run the grain is going or gone.</summary>
    public sealed class SiloUnavailableException : OrleansMessageRejectionException
    {
        /// <summary>Without words.</summary>
        public SiloUnavailableException() { }

        /// <summary>With words.</summary>
        public SiloUnavailableException(string msg) : base(msg) { }

        /// <summary>With words and cause.</summary>
        public SiloUnavailableException(string message, Exception? innerException) : base(message, innerException) { }
    }

    /// <summary>An async stream ended because its grain went.</summary>
    public sealed class EnumerationAbortedException : Exception
    {
        /// <summary>With the usual words.</summary>
        public EnumerationAbortedException() : base("The enumeration was ended because its grain was deactivated.") { }

        /// <summary>With words.</summary>
        public EnumerationAbortedException(string message) : base(message) { }

        /// <summary>With words and cause.</summary>
        public EnumerationAbortedException(string message, Exception? innerException) : base(message, innerException) { }
    }
}

namespace Orleans.Storage
{
    using Orleans.Runtime;

    /// <summary>State was written by somebody else since it was read.</summary>
    public class InconsistentStateException : OrleansException
    {
        /// <summary>Without words.</summary>
        public InconsistentStateException() { }

        /// <summary>With words.</summary>
        public InconsistentStateException(string message) : base(message) { }

        /// <summary>With words and cause.</summary>
        public InconsistentStateException(string message, Exception? innerException) : base(message, innerException) { }

        /// <summary>With words and both ETags.</summary>
        public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag) : this(errorMsg, storedEtag, currentEtag, null) { }

        /// <summary>With words, both ETags and the cause.</summary>
        public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag, Exception? storageException) : base(errorMsg, storageException)
        {
            StoredEtag = storedEtag;
            CurrentEtag = currentEtag;
        }

        /// <summary>With both ETags, in the words of the cause.</summary>
        public InconsistentStateException(string? storedEtag, string? currentEtag, Exception storageException)
            : this(storageException.Message, storedEtag, currentEtag, storageException) { }

        /// <summary>What is stored.</summary>
        public string? StoredEtag { get; }

        /// <summary>What was expected.</summary>
        public string? CurrentEtag { get; }
    }
}
