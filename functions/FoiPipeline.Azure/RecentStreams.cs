using FoiPipeline.Core.Ports;

namespace FoiPipeline.Azure;

/// <summary>
/// Where the streams that were seen last stood, so that an append after a load needs no second look. What is remembered may be out of date: the ETag
/// in it lets the service refuse. Bounded; whoever was used longest ago goes.
/// </summary>
internal sealed class RecentStreams(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<StreamId, LinkedListNode<(StreamId Stream, StreamState State)>> _byStream = [];
    private readonly LinkedList<(StreamId Stream, StreamState State)> _byUse = new();

    public StreamState? Find(StreamId stream)
    {
        lock (_lock)
        {
            if (!_byStream.TryGetValue(stream, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.State;
        }
    }

    public void Remember(StreamId stream, StreamState state)
    {
        lock (_lock)
        {
            Drop(stream);
            _byStream[stream] = _byUse.AddFirst((stream, state));
            if (_byUse.Count > capacity)
            {
                Drop(_byUse.Last!.Value.Stream);
            }
        }
    }

    public void Forget(StreamId stream)
    {
        lock (_lock)
        {
            Drop(stream);
        }
    }

    private void Drop(StreamId stream)
    {
        if (_byStream.Remove(stream, out var node))
        {
            _byUse.Remove(node);
        }
    }
}
