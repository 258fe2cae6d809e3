#include "tickets/worker_rules.hpp"

namespace ogniwo::tickets {

Outcome may_speak(const Voice& voice) {
    if (voice.kept_by && voice.actor && *voice.kept_by != voice.actor) return voice_kept;
    return Nothing{};
}

Outcome may_take_voice(const Voice& voice) {
    if (!voice.kept_by) return voice_not_kept;
    if (*voice.kept_by == voice.actor) return voice_is_yours;
    if (voice.is_here && !voice.is_beside) return voice_is_here;
    return Nothing{};
}

Outcome may_end_voice(const Voice& voice) {
    if (voice.kept_by && *voice.kept_by == voice.actor) return Nothing{};
    return may_take_voice(voice);
}

bool ends_voice(const Ticket& ticket, int tier) {
    return ticket.voice_tier && tier <= *ticket.voice_tier;
}

void end_voice(Ticket& ticket) {
    ticket.voice.reset();
    ticket.voice_tier.reset();
}

}  // namespace ogniwo::tickets
