namespace Orleans.Placement
{
    /// <summary>Says where a grain lives; one process has one place.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public abstract class PlacementAttribute : Attribute;
}

namespace Orleans.Concurrency
{
    using Orleans.Placement;

    /// <summary>All requests of the grain may interleave.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class ReentrantAttribute : Attribute;

    /// <summary>The method may interleave with anything.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class AlwaysInterleaveAttribute : Attribute;

    /// <summary>The method changes nothing and may interleave with others that change nothing.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class ReadOnlyAttribute : Attribute;

    /// <summary>The caller does not wait and hears of no failure.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class OneWayAttribute : Attribute;

    /// <summary>Several activations of one key may work at once.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class StatelessWorkerAttribute : PlacementAttribute
    {
        /// <summary>As many as there are processors.</summary>
        public StatelessWorkerAttribute() : this(Environment.ProcessorCount) { }

        /// <summary>At most <paramref name="maxLocalWorkers"/>.</summary>
        public StatelessWorkerAttribute(int maxLocalWorkers) => MaxLocalWorkers = maxLocalWorkers;

        /// <summary>At most <paramref name="maxLocalWorkers"/>; idle ones go by age as any activation does.</summary>
        public StatelessWorkerAttribute(int maxLocalWorkers, bool removeIdleWorkers) : this(maxLocalWorkers) => RemoveIdleWorkers = removeIdleWorkers;

        /// <summary>Most activations of one key.</summary>
        public int MaxLocalWorkers { get; }

        /// <summary>Whether idle ones may go early.</summary>
        public bool RemoveIdleWorkers { get; } = true;
    }

    /// <summary>A static method <c>bool Name(IInvokable request)</c> of the class decides what interleaves.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class MayInterleaveAttribute(string callbackMethodName) : Attribute
    {
        /// <summary>The method's name.</summary>
        public string CallbackMethodName { get; } = callbackMethodName;
    }
}

namespace Orleans
{
    /// <summary>The activation is never collected for idleness.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class KeepAliveAttribute : Attribute;

    /// <summary>How long an idle activation is kept.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class CollectionAgeLimitAttribute : Attribute
    {
        /// <summary>The default limit.</summary>
        public CollectionAgeLimitAttribute() { }

        /// <summary>A limit such as <c>00:05:00</c>.</summary>
        public CollectionAgeLimitAttribute(string inactivityPeriod) => Minutes = TimeSpan.Parse(inactivityPeriod, System.Globalization.CultureInfo.InvariantCulture).TotalMinutes;

        /// <summary>Days of the limit.</summary>
        public double Days { get; set; }

        /// <summary>Hours of the limit.</summary>
        public double Hours { get; set; }

        /// <summary>Minutes of the limit.</summary>
        public double Minutes { get; set; }

        /// <summary>Never collected.</summary>
        public bool AlwaysActive { get; set; }

        /// <summary>The limit.</summary>
        public TimeSpan AgeLimit => TimeSpan.FromDays(Days) + TimeSpan.FromHours(Hours) + TimeSpan.FromMinutes(Minutes);
    }

    /// <summary>How long a caller waits for this method's answer.</summary>
    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Interface | AttributeTargets.Class)]
    public sealed class ResponseTimeoutAttribute : Attribute
    {
        /// <summary>A time such as <c>00:00:05</c>.</summary>
        public ResponseTimeoutAttribute(string timeout) => Timeout = TimeSpan.Parse(timeout, System.Globalization.CultureInfo.InvariantCulture);

        /// <summary>The time.</summary>
        public TimeSpan? Timeout { get; init; }
    }

    /// <summary>A name that stays when the type is renamed.</summary>
    [AttributeUsage(AttributeTargets.All)]
    public sealed class AliasAttribute(string alias) : Attribute
    {
        /// <summary>The name.</summary>
        public string Alias { get; } = alias;
    }
}
