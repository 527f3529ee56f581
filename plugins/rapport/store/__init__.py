"""(room being laid)"""
