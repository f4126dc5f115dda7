using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Claque.Web;

/// <summary>
/// How the contract is written: names in snake_case, as in every other output of Claque. The records of this folder stand, property by
/// property, in <c>front/src/api.ts</c>, which says what they mean; a test holds the two equal.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, GenerationMode = JsonSourceGenerationMode.Default)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(Shell))]
[JsonSerializable(typeof(CaseBrief))]
[JsonSerializable(typeof(RunBrief))]
[JsonSerializable(typeof(BehaviourWord))]
[JsonSerializable(typeof(TierWord))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(TextPart))]
[JsonSerializable(typeof(Post))]
[JsonSerializable(typeof(Tally))]
[JsonSerializable(typeof(DayRow))]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(StartPage))]
[JsonSerializable(typeof(Format))]
[JsonSerializable(typeof(OpenCase))]
[JsonSerializable(typeof(NewCase))]
[JsonSerializable(typeof(StagedFile))]
[JsonSerializable(typeof(FieldColumn))]
[JsonSerializable(typeof(PreviewRow))]
[JsonSerializable(typeof(FieldValue))]
[JsonSerializable(typeof(FileMapping))]
[JsonSerializable(typeof(JobList))]
[JsonSerializable(typeof(JobState))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(Reject))]
[JsonSerializable(typeof(DetectPage))]
[JsonSerializable(typeof(DetectSettings))]
[JsonSerializable(typeof(SourceList))]
[JsonSerializable(typeof(RejectList))]
[JsonSerializable(typeof(RejectedLine))]
[JsonSerializable(typeof(OverviewPage))]
[JsonSerializable(typeof(TopObject))]
[JsonSerializable(typeof(Layer))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(GroupList))]
[JsonSerializable(typeof(GroupFilter))]
[JsonSerializable(typeof(GroupRow))]
[JsonSerializable(typeof(GroupPage))]
[JsonSerializable(typeof(Sensitivity))]
[JsonSerializable(typeof(SensitivityRow))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(SharedObject))]
[JsonSerializable(typeof(Timeline))]
[JsonSerializable(typeof(TimelineObject))]
[JsonSerializable(typeof(Note))]
[JsonSerializable(typeof(MemberList))]
[JsonSerializable(typeof(ObjectList))]
[JsonSerializable(typeof(ExhibitList))]
[JsonSerializable(typeof(Exhibit))]
[JsonSerializable(typeof(PairList))]
[JsonSerializable(typeof(PairRow))]
[JsonSerializable(typeof(NetworkPage))]
[JsonSerializable(typeof(NetworkFilter))]
[JsonSerializable(typeof(NetworkNodes))]
[JsonSerializable(typeof(NetworkEdges))]
[JsonSerializable(typeof(NetworkGroup))]
[JsonSerializable(typeof(AccountList))]
[JsonSerializable(typeof(AccountRow))]
[JsonSerializable(typeof(GroupLink))]
[JsonSerializable(typeof(AccountPage))]
[JsonSerializable(typeof(NameSeen))]
[JsonSerializable(typeof(Partner))]
[JsonSerializable(typeof(PostList))]
[JsonSerializable(typeof(PartnerList))]
[JsonSerializable(typeof(PostPage))]
[JsonSerializable(typeof(SearchPage))]
[JsonSerializable(typeof(SearchHit))]
[JsonSerializable(typeof(Facet))]
[JsonSerializable(typeof(DecisionRequest))]
[JsonSerializable(typeof(Undo))]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(DecisionLog))]
[JsonSerializable(typeof(ReportPage))]
[JsonSerializable(typeof(ReportDraft))]
[JsonSerializable(typeof(DraftExhibit))]
[JsonSerializable(typeof(ReportExhibit))]
[JsonSerializable(typeof(AddExhibit))]
[JsonSerializable(typeof(ExportPage))]
[JsonSerializable(typeof(ExportFormat))]
[JsonSerializable(typeof(FileList))]
internal sealed partial class ContractJson : JsonSerializerContext
{
    /// <summary>Sets options as the contract has them. Nothing of it is ever put into HTML, so only what JSON demands is escaped.</summary>
    public static void Set(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.TypeInfoResolverChain.Insert(0, Default);
    }
}
