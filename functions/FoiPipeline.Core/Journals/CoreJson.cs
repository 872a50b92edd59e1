using System.Text.Json;
using System.Text.Json.Serialization;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Requests;

namespace FoiPipeline.Core.Journals;

/// <summary>How the journal writes events and states: source-generated, so that a list of 45,000 summaries is read quickly.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RequestState))]
[JsonSerializable(typeof(RequestEvent))]
[JsonSerializable(typeof(MailState))]
[JsonSerializable(typeof(MailEvent))]
[JsonSerializable(typeof(MarkState))]
[JsonSerializable(typeof(MarkEvent))]
public sealed partial class CoreJson : JsonSerializerContext;
